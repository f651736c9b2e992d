package org.salesetl.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * @param problems for each parameter that cannot be read, what was expected and what was found
 */
record FilterReading(WebRequest request, MetricFilter filter, Grain by, List<String> problems) {

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
        return new FilterReading(readable, filter, by == null ? filter.usualGrain() : by, problems);
    }

    /** The questions of these metrics about the slice. */
    List<MetricQuery> questions(Metric... metrics) {
        return Arrays.stream(metrics)
                .map(metric ->
                        metric.isOverTime() ? new MetricQuery(metric, filter, by) : new MetricQuery(metric, filter))
                .toList();
    }

    /** The HTTP status of the page: 400 if a parameter cannot be read. */
    int status() {
        return problems.isEmpty() ? 200 : 400;
    }
}
