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

/**
 * The filter of a page. If a parameter cannot be read, the page works without the parameter, and shows the problem.
 *
 * @param request the request without parameters that cannot be read
 * @param filter the slice
 * @param by the length of the periods
 * @param measure the measure of all charts; null for each chart's own
 * @param problems for each parameter that cannot be read, what was expected and what was found
 */
record FilterReading(
        WebRequest request,
        MetricFilter filter,
        Grain by,
        @Nullable Measure measure,
        List<String> problems) {

    static FilterReading of(WebRequest request) {
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
            return reading(readable, problems);
        } catch (BadRequestException e) {
            // both dates can be read, but the last day is before the first day
            problems.add(e.getMessage());
            return reading(readable.with("to", null), problems);
        }
    }

    private static FilterReading reading(WebRequest readable, List<String> problems) {
        MetricFilter filter = MetricFilter.of(readable);
        Grain by = MetricQuery.by(readable);
        return new FilterReading(
                readable, filter, by == null ? filter.usualGrain() : by, MetricQuery.measure(readable), problems);
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
