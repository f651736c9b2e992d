package org.salesetl.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.salesetl.metric.KeyFigures.Point;

class SparklineTest {

    @Test
    void goesFromTheFirstPeriodToTheLastWithZeroBetweenThem() {
        assertThat(line(point("2024-11", 10), point("2025-01", 20))).isEqualTo("0.0,16.0 60.0,30.0 120.0,2.0");
        assertThat(line(point("2024-02-28", 4), point("2024-03-01", 4))).isEqualTo("0.0,2.0 60.0,30.0 120.0,2.0");
    }

    @Test
    void reachesBelowZero() {
        assertThat(line(point("2025-01", -10), point("2025-02", 10))).isEqualTo("0.0,30.0 120.0,2.0");
    }

    @Test
    void isNoLineWithOnePointOnly() {
        assertThat(line()).isNull();
        assertThat(line(point("2025-01", 10))).isNull();
    }

    @Test
    void isFlatWhereAllIsZero() {
        assertThat(line(point("2025-01", 0), point("2025-02", 0))).isEqualTo("0.0,30.0 120.0,30.0");
    }

    @Test
    void goesOnWhereAnAverageHasNothingToTell() {
        List<Point> points = List.of(point("2024-11", 10), point("2025-01", 20));

        assertThat(Sparkline.points(points, Point::revenue, false)).isEqualTo("0.0,16.0 120.0,2.0");
    }

    private static @Nullable String line(Point... points) {
        return Sparkline.points(List.of(points), Point::revenue, true);
    }

    private static Point point(String period, long revenue) {
        return new Point(period, BigDecimal.valueOf(revenue), 1, 1, 1, null);
    }
}
