package org.salesetl.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.salesetl.metric.KeyFigures.Point;
import org.salesetl.rollup.Grain;
import org.salesetl.vocabulary.Quantity;

class SparklineTest {

    @Test
    void countsMonthsWithoutSalesAsZero() {
        assertThat(line(point("2024-11", 10), point("2025-01", 20))).isEqualTo("0.0,16.0 60.0,30.0 120.0,2.0");
        assertThat(line(Grain.DAY, point("2024-02-28", 4), point("2024-03-01", 4)))
                .isEqualTo("0.0,2.0 60.0,30.0 120.0,2.0");
    }

    @Test
    void countsWeeksWithoutSalesAsZero() {
        assertThat(line(Grain.WEEK, point("2025-01-27", 10), point("2025-02-03", 20), point("2025-02-17", 20)))
                .isEqualTo("0.0,16.0 40.0,2.0 80.0,30.0 120.0,2.0");
    }

    @Test
    void drawsNegativeValues() {
        assertThat(line(point("2025-01", -10), point("2025-02", 10))).isEqualTo("0.0,30.0 120.0,2.0");
    }

    @Test
    void drawsNoLineForOnePoint() {
        assertThat(line()).isNull();
        assertThat(line(point("2025-01", 10))).isNull();
    }

    @Test
    void isFlatIfAllValuesAreZero() {
        assertThat(line(point("2025-01", 0), point("2025-02", 0))).isEqualTo("0.0,30.0 120.0,30.0");
    }

    @Test
    void skipsPeriodsWithoutAnAverage() {
        List<Point> points = List.of(point("2024-11", 10), point("2025-01", 20));

        assertThat(Sparkline.points(points, Grain.MONTH, Point::revenue, false)).isEqualTo("0.0,16.0 120.0,2.0");
    }

    private static @Nullable String line(Point... months) {
        return line(Grain.MONTH, months);
    }

    private static @Nullable String line(Grain by, Point... points) {
        return Sparkline.points(List.of(points), by, Point::revenue, true);
    }

    private static Point point(String period, long revenue) {
        return new Point(
                period, BigDecimal.valueOf(revenue), 1, new Quantity(BigDecimal.ONE), 1, BigDecimal.ZERO, null, null);
    }
}
