package org.salesetl.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.salesetl.metric.Measure;

/** A chart with a point for each product, at its price and the number of units sold. If there are more points, they are smaller and fainter. */
final class PriceScatter {

    private PriceScatter() {}

    static JFreeChart chart(Answer answer, ChartSize size) {
        Theme theme = new Theme(size, answer.numbers());
        double[] prices = doubles(answer.prices());
        double[] units = doubles(answer.values());

        ValueAxis priceAxis = axis(answer, theme, answer.say("axis.price"), prices, theme.innerWidth() - 60, 80, false);
        ValueAxis unitAxis = axis(
                answer,
                theme,
                answer.measure().title(answer.numbers().words()),
                units,
                theme.plotHeight(),
                42,
                answer.isWhole());

        XYSeries points = new XYSeries("products", false, true);
        for (int row = 0; row < prices.length; row++) {
            points.add(placeOf(priceAxis, prices[row]), placeOf(unitAxis, units[row]), false);
        }

        XYPlot plot = new XYPlot(
                new XYSeriesCollection(points), priceAxis, unitAxis, renderer(answer.measure(), prices.length, size));
        theme.style(plot);
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(Palette.GRID.color());
        plot.setDomainGridlineStroke(new BasicStroke(1f));
        if (unitAxis.getLowerBound() >= 0) {
            theme.drawFloor(priceAxis);
        }
        return theme.frame(answer.title(), Subtitles.of(answer, answer.size()), plot);
    }

    private static XYLineAndShapeRenderer renderer(Measure measure, int products, ChartSize size) {
        double crowd = Math.min(1, Math.max(0, Math.log10(products / 20.0) / 3));
        double share = Math.min(1, Math.sqrt(size.width() * (double) size.height() / (900 * 500)));
        double diameter = (9 - 5 * crowd) * Math.max(0.5, share);
        Color colour = Palette.of(measure).color();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesPaint(
                0, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) (190 - 140 * crowd)));
        renderer.setSeriesShape(0, new Ellipse2D.Double(-diameter / 2, -diameter / 2, diameter, diameter));
        renderer.setDrawOutlines(false);
        return renderer;
    }

    /** A linear axis from zero, or a logarithmic axis if most values would lie close together at the start of a linear axis. */
    private static ValueAxis axis(
            Answer answer,
            Theme theme,
            String label,
            double[] values,
            double pixels,
            double pixelsPerStep,
            boolean whole) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double largest = sorted[sorted.length - 1];
        double smallestPositive =
                Arrays.stream(sorted).filter(value -> value > 0).findFirst().orElse(0);
        double median = sorted[sorted.length / 2];
        boolean skewed = sorted[0] >= 0 && median > 0 && largest / median >= 10 && largest / smallestPositive >= 30;
        if (!skewed) {
            return theme.numberAxis(
                    label,
                    Scale.covering(
                            sorted[0],
                            largest,
                            pixels,
                            pixelsPerStep,
                            pixels * (values.length < 10 ? 0.25 : 0.03),
                            whole));
        }
        LogarithmAxis axis = new LogarithmAxis(smallestPositive, largest, sorted[0] == 0, theme.tickFormat());
        theme.style(axis, answer.say("axis.logarithmic", label));
        return axis;
    }

    private static double placeOf(ValueAxis axis, double value) {
        return axis instanceof LogarithmAxis logarithm ? logarithm.placeOf(value) : value;
    }

    private static double[] doubles(List<BigDecimal> values) {
        return values.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }
}
