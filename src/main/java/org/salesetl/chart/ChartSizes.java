package org.salesetl.chart;

import java.util.List;
import org.salesetl.web.Input;
import org.salesetl.web.Parameter;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Reads the size that a request asks for. */
@Component
class ChartSizes {

    private static final Parameter<Integer> WIDTH =
            Parameter.number("width", ChartSize.DEFAULT.width(), ChartSize.LEAST_WIDTH, ChartSize.MOST_WIDTH);
    private static final Parameter<Integer> HEIGHT =
            Parameter.number("height", ChartSize.DEFAULT.height(), ChartSize.LEAST_HEIGHT, ChartSize.MOST_HEIGHT);
    private static final Parameter<Integer> SCALE =
            Parameter.number("scale", ChartSize.DEFAULT.scale(), 1, ChartSize.MOST_SCALE);

    /** The parameters of a request that choose the size. */
    static final List<Input> PARAMETERS = List.of(WIDTH, HEIGHT, SCALE);

    /**
     * The size, with default values for parameters that the request does not have.
     *
     * @throws org.salesetl.web.BadRequestException if a value is not a whole number, or is out of bounds
     */
    ChartSize of(WebRequest request) {
        return new ChartSize(WIDTH.of(request), HEIGHT.of(request), SCALE.of(request));
    }
}
