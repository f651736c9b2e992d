package org.salesetl.dashboard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.salesetl.metric.KeyFigures.Point;
import org.salesetl.rollup.Grain;

/** Draws a small line, 120 wide and 32 high, with a margin for the thickness of the line. */
final class Sparkline {

    private static final double WIDTH = 120;
    private static final double TOP = 2;
    private static final double BOTTOM = 30;

    private Sparkline() {}

    /**
     * The points of the line, in the form of SVG. Zero is at the bottom, unless a value is negative.
     *
     * @param by the length of the periods
     * @param value takes the value from a point
     * @param isSum whether a period without a sale counts as zero; if not, the line skips the period
     * @return null if there are fewer than two points
     */
    static @Nullable String points(
            List<Point> trend, Grain by, Function<Point, @Nullable BigDecimal> value, boolean isSum) {
        TreeMap<Long, Double> values = new TreeMap<>();
        for (Point point : trend) {
            BigDecimal exact = value.apply(point);
            if (exact != null) {
                values.put(by.number(point.period()), exact.doubleValue());
            }
        }
        if (values.size() < 2) {
            return null;
        }
        long first = values.firstKey();
        long last = values.lastKey();
        for (long place = first; isSum && place < last; place++) {
            values.putIfAbsent(place, 0.0);
        }
        double most =
                Math.max(0, values.values().stream().mapToDouble(v -> v).max().orElse(0));
        double least =
                Math.min(0, values.values().stream().mapToDouble(v -> v).min().orElse(0));
        StringJoiner points = new StringJoiner(" ");
        for (Map.Entry<Long, Double> entry : values.entrySet()) {
            double x = WIDTH * (entry.getKey() - first) / (last - first);
            double share = most == least ? 0 : (entry.getValue() - least) / (most - least);
            points.add(String.format(Locale.ROOT, "%.1f,%.1f", x, BOTTOM - (BOTTOM - TOP) * share));
        }
        return points.toString();
    }
}
