package org.salesetl.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.JFreeChart;
import org.salesetl.metric.MetricResult;
import org.salesetl.web.NumberStyle;
import org.springframework.stereotype.Component;

/** Draws the answers to the ten questions. Safe to use from many threads at once. */
@Component
public class ChartRenderer {

    private final NumberStyle numbers;

    ChartRenderer(NumberStyle numbers) {
        this.numbers = numbers;
    }

    /**
     * The chart of a result as the bytes of a PNG picture. The same rows and the same size always give the same bytes.
     *
     * <p>An empty result is drawn too, as a sentence in the frame of the chart.
     *
     * @param result rows as {@link MetricResult} describes them; names may contain any characters
     * @param size the picture has width × scale by height × scale pixels
     */
    public byte[] png(MetricResult result, ChartSize size) {
        BufferedImage image = new BufferedImage(
                size.width() * size.scale(), size.height() * size.scale(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(size.scale(), size.scale());
            chart(result, size).draw(graphics, new Rectangle2D.Double(0, 0, size.width(), size.height()));
        } finally {
            graphics.dispose();
        }
        return Png.encode(image);
    }

    JFreeChart chart(MetricResult result, ChartSize size) {
        Answer answer = new Answer(result, numbers);
        if (answer.isEmpty()) {
            return EmptyChart.chart(answer, size);
        }
        return switch (result.metric()) {
            case TOP_CUSTOMERS,
                    BEST_SELLING_PRODUCTS,
                    CATEGORY_REVENUE,
                    QUANTITY_PER_CATEGORY,
                    TOP_CITIES,
                    CUSTOMER_DISTRIBUTION -> NamedBars.chart(answer, size);
            case MONTHLY_REVENUE, AVERAGE_ORDER_VALUE -> TimeLine.chart(answer, size);
            case ORDERS_PER_WEEKDAY -> WeekdayBars.chart(answer, size);
            case PRICE_VS_QUANTITY -> PriceScatter.chart(answer, size);
        };
    }
}
