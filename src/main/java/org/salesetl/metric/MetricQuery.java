package org.salesetl.metric;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.rollup.Grain;
import org.salesetl.slice.MetricFilter;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.Input;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.Parameter;
import org.salesetl.web.WebRequest;

/**
 * One of the ten questions, about a slice.
 *
 * @param metric the question
 * @param filter the slice
 * @param by the length of the periods, if each row of the answer is a period; months for all other questions
 * @param chosen the measure that the request chooses; null for the metric's own
 * @param compared whether the answer is to have the values of the year before beside its own
 */
public record MetricQuery(
        Metric metric,
        MetricFilter filter,
        Grain by,
        @Nullable Measure chosen,
        boolean compared) {

    /** The parameter of a request that asks for the {@link #YEAR} before. */
    public static final String COMPARE = "compare";

    public static final String YEAR = "year";

    /** The parameter of a request that names the measure. */
    public static final String MEASURE = "measure";

    /** The parameter of a request that names the length of the periods. */
    public static final String BY = "by";

    private static final Parameter<@Nullable String> COMPARES = Parameter.oneOf(COMPARE, List.of(YEAR));
    private static final Parameter<@Nullable String> MEASURES = Parameter.oneOf(
            MEASURE, Measure.CHOICES.stream().map(Measure::label).toList());
    /** The length of the periods. */
    static final Parameter<@Nullable String> PERIODS = Parameter.oneOf(BY, Labelled.labels(Grain.class));

    /** The metric, as a part of a path. */
    private static final Input SLUG = Input.required(
            "slug",
            Input.choice(Arrays.stream(Metric.values()).map(Metric::slug).toList()));

    /** What the question depends on beside the slice. */
    public static final List<Input> INPUTS = List.of(SLUG, PERIODS, MEASURES, COMPARES);

    /** The question by months, as in the contract. */
    public MetricQuery(Metric metric, MetricFilter filter) {
        this(metric, filter, Grain.MONTH);
    }

    /** The question by the metric's own measure. */
    public MetricQuery(Metric metric, MetricFilter filter, Grain by) {
        this(metric, filter, by, null);
    }

    /** The question alone. */
    public MetricQuery(Metric metric, MetricFilter filter, Grain by, @Nullable Measure chosen) {
        this(metric, filter, by, chosen, false);
    }

    /**
     * The question of a request. The path ends with the slug of the metric, and with {@code .png}, {@code .csv} or {@code .xlsx} if the
     * answer is to be a file.
     *
     * @throws NotFoundException if there is no such metric
     * @throws BadRequestException if the slice cannot be read, if the request names a length of periods and the metric is not over time,
     *     or if the metric does not answer by the measure that the request names
     */
    public static MetricQuery of(WebRequest request) {
        String slug = request.lastSegment().replaceFirst("\\.(png|csv|xlsx)$", "");
        Metric metric = Metric.withSlug(slug)
                .orElseThrow(() -> new NotFoundException("There is no metric " + slug + "; there are "
                        + Arrays.stream(Metric.values()).map(Metric::slug).collect(Collectors.joining(", "))));
        MetricFilter filter = MetricFilter.of(request);
        Measure chosen = measure(request);
        if (chosen != null && !metric.answersBy(chosen)) {
            throw new BadRequestException(MEASURE, "nothing, as " + metric.ownMeasureOnly(), chosen.label());
        }
        Grain by = by(request);
        if (by == null) {
            return new MetricQuery(metric, filter, Grain.MONTH, chosen, isCompared(request, metric, filter));
        }
        if (!metric.isOverTime()) {
            throw new BadRequestException(BY, "nothing, as " + slug + " is not over time", by.label());
        }
        return new MetricQuery(metric, filter, by, chosen, isCompared(request, metric, filter));
    }

    private static boolean isCompared(WebRequest request, Metric metric, MetricFilter filter) {
        if (COMPARES.of(request) == null) {
            return false;
        }
        if (!metric.hasYearBefore()) {
            throw new BadRequestException(COMPARE, "nothing, as this chart has no year before", YEAR);
        }
        if (filter.from() == null || filter.to() == null) {
            throw new BadRequestException(COMPARE, "from and to beside it", YEAR);
        }
        return true;
    }

    /** The keys of the rows that the filter chooses; empty if it chooses none. A bar alone says less than the same bar among the others. */
    public List<String> chosenRows() {
        return metric == Metric.PRICE_VS_QUANTITY ? List.of() : filter.values(metric.thing());
    }

    /** The same question without the filter that chooses rows, so that the answer has the other rows too. */
    public MetricQuery amongOthers() {
        return new MetricQuery(metric, filter.without(metric.thing()), by, chosen, compared);
    }

    /** The same question without the year before. */
    MetricQuery alone() {
        return about(filter);
    }

    /** The same question about another slice, without its year before. */
    MetricQuery about(MetricFilter slice) {
        return new MetricQuery(metric, slice, by, chosen, false);
    }

    /**
     * The measure that a request names; null if the request names none.
     *
     * @throws BadRequestException if there is no such measure
     */
    public static @Nullable Measure measure(WebRequest request) {
        String measure = MEASURES.of(request);
        return measure == null ? null : Labelled.of(Measure.class, measure);
    }

    /** What the answer measures. */
    public Measure measure() {
        return chosen == null ? metric.measure() : chosen;
    }

    /** Whether the answer counts orders by something that the rollup tables do not count them by. */
    boolean countsOrdersOfThings() {
        return measure() == Measure.ORDERS && !metric.grouping().countsOrders();
    }

    /**
     * The length of the periods that a request names; null if the request names none.
     *
     * @throws BadRequestException if there is no such length
     */
    public static @Nullable Grain by(WebRequest request) {
        String by = PERIODS.of(request);
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
