package org.salesetl.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis with a place for zero before the smallest value.
 *
 * <p>Prices spread over several powers of ten. On a linear axis, the points of most products would overlap at its start.
 */
final class LogarithmAxis extends LogAxis {

    private final double smallest;
    private final double largest;
    private final boolean zeros;
    private final CompactFormat format;

    /**
     * @param zeros whether the axis has a place for zero
     * @param format writes the ticks
     */
    LogarithmAxis(double smallest, double largest, boolean zeros, CompactFormat format) {
        this.smallest = smallest;
        this.largest = largest;
        this.zeros = zeros;
        this.format = format;
        double margin = Math.pow(largest / smallest, 0.03);
        setSmallestValue(Double.MIN_NORMAL);
        setRange((zeros ? placeOfZero() : smallest) / margin, largest * margin);
    }

    /** The place at which a value is drawn. */
    double placeOf(double value) {
        return value > 0 ? value : placeOfZero();
    }

    private double placeOfZero() {
        return smallest / Math.pow(largest / smallest, 0.08);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public List refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        boolean horizontal = RectangleEdge.isTopOrBottom(edge);
        TextAnchor anchor = horizontal ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<NumberTick> ticks = new ArrayList<>();
        if (zeros) {
            ticks.add(new NumberTick(placeOfZero(), "0", anchor, TextAnchor.CENTER, 0));
        }
        double length = horizontal ? dataArea.getWidth() : dataArea.getHeight();
        for (double value : values(length / (horizontal ? 44 : 24))) {
            ticks.add(new NumberTick(value, format.format(value), anchor, TextAnchor.CENTER, 0));
        }
        return ticks;
    }

    /** The powers of ten on the axis; with 2 and 5 times, or with 3 times each power, if there is room. */
    List<Double> values(double room) {
        for (int[] factors : new int[][] {{1, 2, 5}, {1, 3}, {1}}) {
            List<Double> values = values(factors);
            double smallestRatio = factors.length == 3 ? 2 : factors.length == 2 ? 3 : 10;
            double stepsOnAxis = Math.log(getUpperBound() / getLowerBound()) / Math.log(smallestRatio);
            if (stepsOnAxis <= room && values.size() >= 2) {
                return values;
            }
        }
        return values(new int[] {1});
    }

    private List<Double> values(int[] factors) {
        List<Double> values = new ArrayList<>();
        for (int power = -4; power <= 15; power++) {
            for (int factor : factors) {
                double value = Double.parseDouble(factor + "e" + power);
                boolean clearOfZero = !zeros || value >= smallest;
                if (value >= getLowerBound() && value <= getUpperBound() && clearOfZero) {
                    values.add(value);
                }
            }
        }
        return values;
    }
}
