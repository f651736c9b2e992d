package org.salesetl.chart;

import org.salesetl.cache.AnswerCache;
import org.salesetl.cache.AnswerCaches;
import org.salesetl.metric.MetricResult;
import org.salesetl.web.NumberStyle;
import org.springframework.stereotype.Component;

/** Draws charts, and keeps drawn charts in a cache. */
@Component
class Charts {

    private static final int MOST_BYTES = 32 << 20;

    private final ChartRenderer renderer;
    private final NumberStyle numbers;
    private final AnswerCache<String, byte[]> drawn;

    Charts(ChartRenderer renderer, NumberStyle numbers, AnswerCaches caches) {
        this.renderer = renderer;
        this.numbers = numbers;
        this.drawn = caches.lasting("charts", MOST_BYTES, png -> png.length);
    }

    Chart chart(MetricResult result, ChartSize size) {
        return Chart.of(result, size, numbers);
    }

    /** The bytes of a PNG picture. Callers must not change the bytes. */
    byte[] png(Chart chart) throws Exception {
        return drawn.get(chart.tag(), () -> renderer.png(chart.result(), chart.size()));
    }
}
