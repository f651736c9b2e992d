package org.salesetl.chart;

import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Reads the size that a request asks for. */
@Component
class ChartSizes {

    /**
     * The size, with default values for parameters that the request does not have.
     *
     * @throws org.salesetl.web.BadRequestException if a value is not a whole number, or is out of bounds
     */
    ChartSize of(WebRequest request) {
        return new ChartSize(
                request.number("width", ChartSize.DEFAULT.width(), ChartSize.LEAST_WIDTH, ChartSize.MOST_WIDTH),
                request.number("height", ChartSize.DEFAULT.height(), ChartSize.LEAST_HEIGHT, ChartSize.MOST_HEIGHT),
                request.number("scale", ChartSize.DEFAULT.scale(), 1, ChartSize.MOST_SCALE));
    }
}
