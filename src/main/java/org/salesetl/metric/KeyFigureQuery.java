package org.salesetl.metric;

import org.salesetl.rollup.Grain;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.WebRequest;

/**
 * How a business did in a slice.
 *
 * @param by how finely the slice's time is told
 */
public record KeyFigureQuery(MetricFilter filter, Grain by) {

    /**
     * What a request asks for.
     *
     * @throws BadRequestException if it cannot be read
     */
    static KeyFigureQuery of(WebRequest request) {
        MetricFilter filter = MetricFilter.of(request);
        Grain by = MetricQuery.by(request);
        return new KeyFigureQuery(filter, by == null ? filter.usualGrain() : by);
    }
}
