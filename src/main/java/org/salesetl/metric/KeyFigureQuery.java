package org.salesetl.metric;

import org.salesetl.rollup.Grain;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.WebRequest;

/**
 * A question for the key figures of a slice.
 *
 * @param filter the slice
 * @param by the length of the periods of the trend
 */
public record KeyFigureQuery(MetricFilter filter, Grain by) {

    /**
     * The question of a request.
     *
     * @throws BadRequestException if a parameter of the request cannot be read
     */
    static KeyFigureQuery of(WebRequest request) {
        MetricFilter filter = MetricFilter.of(request);
        Grain by = MetricQuery.by(request);
        return new KeyFigureQuery(filter, by == null ? filter.usualGrain() : by);
    }
}
