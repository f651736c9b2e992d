package org.salesetl.dashboard;

import java.util.ArrayList;
import java.util.List;
import org.salesetl.metric.MetricFilter;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.WebRequest;

/**
 * A filter as far as it can be read: a link with a mistake shows what it can, and says what it could not.
 *
 * @param request the request without what could not be read
 * @param problems what could not be read, and what is accepted
 */
record FilterReading(WebRequest request, MetricFilter filter, List<String> problems) {

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
            return new FilterReading(readable, MetricFilter.of(readable), problems);
        } catch (BadRequestException e) {
            // each date is one, but the last day is before the first
            problems.add(e.getMessage());
            readable = readable.with("to", null);
            return new FilterReading(readable, MetricFilter.of(readable), problems);
        }
    }

    /** The HTTP status that tells programs what the page tells people. */
    int status() {
        return problems.isEmpty() ? 200 : 400;
    }
}
