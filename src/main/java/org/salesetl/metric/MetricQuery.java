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
 * A question about a slice.
 *
 * @param by how finely time is told, where the question is about months
 */
public record MetricQuery(Metric metric, MetricFilter filter, Grain by) {

    /** The parameter that says how finely time is told. */
    public static final String BY = "by";

    /** The question as the contract has it. */
    public MetricQuery(Metric metric, MetricFilter filter) {
        this(metric, filter, Grain.MONTH);
    }

    /**
     * The question that a request asks: its path ends with the metric's slug, and the ending of a file if it is to be one.
     *
     * @throws NotFoundException if there is no such metric
     * @throws BadRequestException if the slice cannot be read, or time is to be told of a metric that has none
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
     * How finely a request asks time to be told; null if it does not say.
     *
     * @throws BadRequestException if it says anything else
     */
    public static @Nullable Grain by(WebRequest request) {
        String by = request.oneOf(BY, Labelled.labels(Grain.class));
        return by == null ? null : Labelled.of(Grain.class, by);
    }

    /** Whether time is told as the contract has it. */
    public boolean isByMonth() {
        return by == Grain.MONTH;
    }

    /** What the business did meanwhile. */
    public KeyFigureQuery keyFigures() {
        return new KeyFigureQuery(filter, by);
    }
}
