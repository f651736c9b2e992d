package org.salesetl.chart;

import org.salesetl.cache.Memories;
import org.salesetl.cache.Memory;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Draws charts that have not been drawn yet. */
@Component
class Charts {

    private static final int MOST_BYTES = 32 << 20;

    private final ChartRenderer renderer;
    private final Memory<String, byte[]> drawn;

    Charts(ChartRenderer renderer, Memories memories) {
        this.renderer = renderer;
        this.drawn = memories.lasting("charts", MOST_BYTES, png -> png.length);
    }

    /** Whether who asks has this very chart already. */
    boolean isKnown(Chart chart, WebRequest request) {
        return request.knows(chart.tag());
    }

    /** The bytes of a PNG picture, which must not be changed. */
    byte[] png(Chart chart) throws Exception {
        return drawn.recall(chart.tag(), () -> renderer.png(chart.result(), chart.size()));
    }
}
