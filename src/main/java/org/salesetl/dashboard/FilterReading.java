package org.salesetl.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.metric.Measure;
import org.salesetl.metric.Metric;
import org.salesetl.metric.MetricQuery;
import org.salesetl.rollup.Grain;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.WebRequest;
import org.salesetl.web.Words;

/**
 * The filter of a page. If a parameter cannot be read, the page works without the parameter, and shows the problem.
 *
 * @param request the request without parameters that cannot be read
 * @param filter the slice
 * @param by the length of the periods
 * @param measure the measure of all charts; null for each chart's own
 * @param words the words for the names of periods
 * @param problems for each parameter that cannot be read, what was expected and what was found
 */
record FilterReading(
        WebRequest request,
        MetricFilter filter,
        Grain by,
        @Nullable Measure measure,
        Words words,
        List<String> problems) {

    /** The parameter that says {@link #ALL} in a link to the sales of all time. Without it and all filters, a page chooses a period. */
    static final String PERIOD = "period";

    static final String ALL = "all";

    /** The same request; if it has no filter left, for sales of all time. */
    static WebRequest ofAllTimeIfUnfiltered(WebRequest request) {
        return MetricFilter.of(request).isEmpty() ? request.with(PERIOD, ALL) : request;
    }

    /** The same request for sales of all time. */
    static WebRequest ofAllTime(WebRequest request) {
        return request.with("from", null).with("to", null).with(PERIOD, ALL);
    }

    /** Whether the link says what the page is about, or has a mistake that the page has to show. */
    boolean saysPeriodOrFilter() {
        return !problems.isEmpty() || !filter.isEmpty() || !request.all(PERIOD).isEmpty();
    }

    static FilterReading of(WebRequest request, Words words) {
        List<String> problems = new ArrayList<>();
        WebRequest readable = request;
        for (String parameter : List.of("from", "to")) {
            try {
                request.date(parameter);
            } catch (BadRequestException e) {
                problems.add(e.getMessage());
                readable = readable.with(parameter, null);
            }
        }
        try {
            MetricQuery.by(request);
        } catch (BadRequestException e) {
            problems.add(e.getMessage());
            readable = readable.with(MetricQuery.BY, null);
        }
        try {
            MetricQuery.measure(request);
        } catch (BadRequestException e) {
            problems.add(e.getMessage());
            readable = readable.with(MetricQuery.MEASURE, null);
        }
        try {
            request.oneOf(PERIOD, List.of(ALL));
        } catch (BadRequestException e) {
            problems.add(e.getMessage());
            readable = readable.with(PERIOD, null);
        }
        try {
            return reading(readable, words, problems);
        } catch (BadRequestException e) {
            // both dates can be read, but the last day is before the first day
            problems.add(e.getMessage());
            return reading(readable.with("to", null), words, problems);
        }
    }

    private static FilterReading reading(WebRequest readable, Words words, List<String> problems) {
        MetricFilter filter = MetricFilter.of(readable);
        Grain by = MetricQuery.by(readable);
        return new FilterReading(
                readable,
                filter,
                by == null ? filter.usualGrain() : by,
                MetricQuery.measure(readable),
                words,
                problems);
    }

    /**
     * The questions of these metrics about the slice. If a measure is chosen, the units by category are no question of their own, because
     * the chart of categories shows the same.
     */
    List<MetricQuery> questions(Metric... metrics) {
        return Arrays.stream(metrics)
                .filter(metric -> measure == null || metric != Metric.QUANTITY_PER_CATEGORY)
                .map(metric -> new MetricQuery(
                        metric,
                        filter,
                        metric.isOverTime() ? by : Grain.MONTH,
                        measure != null && metric.answersBy(measure) ? measure : null))
                .toList();
    }

    /** The HTTP status of the page: 400 if a parameter cannot be read. */
    int status() {
        return problems.isEmpty() ? 200 : 400;
    }
}
