package org.salesetl.metric;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.rollup.Grain;
import org.salesetl.slice.MetricFilter;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.WebRequest;

/**
 * One of the ten questions, about a slice.
 *
 * @param metric the question
 * @param filter the slice
 * @param by the length of the periods, if each row of the answer is a period; months for all other questions
 */
public record MetricQuery(Metric metric, MetricFilter filter, Grain by) {

    /** The parameter of a request that names the length of the periods. */
    public static final String BY = "by";

    /** The question by months, as in the contract. */
    public MetricQuery(Metric metric, MetricFilter filter) {
        this(metric, filter, Grain.MONTH);
    }

    /**
     * The question of a request. The path ends with the slug of the metric, and with {@code .png}, {@code .csv} or {@code .xlsx} if the
     * answer is to be a file.
     *
     * @throws NotFoundException if there is no such metric
     * @throws BadRequestException if the slice cannot be read, or if the request names a length of periods and the metric is not over time
     */
    public static MetricQuery of(WebRequest request) {
        String slug = request.lastSegment().replaceFirst("\\.(png|csv|xlsx)$", "");
        Metric metric = Metric.withSlug(slug)
                .orElseThrow(() -> new NotFoundException("There is no metric " + slug + "; there are "
                        + Arrays.stream(Metric.values()).map(Metric::slug).collect(Collectors.joining(", "))));
        MetricFilter filter = MetricFilter.of(request);
        Grain by = by(request);
        if (by == null) {
            return new MetricQuery(metric, filter);
        }
        if (!metric.isOverTime()) {
            throw new BadRequestException(BY, "nothing, as " + slug + " is not over time", by.label());
        }
        return new MetricQuery(metric, filter, by);
    }

    /**
     * The length of the periods that a request names; null if the request names none.
     *
     * @throws BadRequestException if there is no such length
     */
    public static @Nullable Grain by(WebRequest request) {
        String by = request.oneOf(BY, Labelled.labels(Grain.class));
        return by == null ? null : Labelled.of(Grain.class, by);
    }

    /** Whether the periods are months. */
    public boolean isByMonth() {
        return by == Grain.MONTH;
    }

    /** The question for the key figures of the same slice. */
    public KeyFigureQuery keyFigures() {
        return new KeyFigureQuery(filter, by);
    }
}
