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
 * A filter as far as it can be read: a link with a mistake shows what it can, and says what it could not.
 *
 * @param request the request without what could not be read
 * @param by how finely time is told
 * @param problems what could not be read, and what is accepted
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
            // each date is one, but the last day is before the first
            problems.add(e.getMessage());
            return reading(readable.with("to", null), problems);
        }
    }

    private static FilterReading reading(WebRequest readable, List<String> problems) {
        MetricFilter filter = MetricFilter.of(readable);
        Grain by = MetricQuery.by(readable);
        return new FilterReading(readable, filter, by == null ? filter.usualGrain() : by, problems);
    }

    /** The questions as they are asked of this slice. */
    List<MetricQuery> questions(Metric... metrics) {
        return Arrays.stream(metrics)
                .map(metric ->
                        metric.isOverTime() ? new MetricQuery(metric, filter, by) : new MetricQuery(metric, filter))
                .toList();
    }

    /** The HTTP status that tells programs what the page tells people. */
    int status() {
        return problems.isEmpty() ? 200 : 400;
    }
}
