package org.salesetl.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A time axis with as many months, or years, written on it as there is room for. */
final class MonthAxis extends DateAxis {

    private static final int[] MONTHS_BETWEEN_TICKS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200};
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu", Locale.ENGLISH);

    private final YearMonth first;
    private final YearMonth last;

    MonthAxis(YearMonth first, YearMonth last) {
        super(null, TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ENGLISH);
        this.first = first;
        this.last = last;
        // Half a month, or a fiftieth of the axis, keeps the outermost points off its ends.
        long span = millis(last) - millis(first);
        long margin = Math.max(15 * 86_400_000L, span / 50);
        setRange(millis(first) - (double) margin, millis(last) + (double) margin);
    }

    /** The beginning of the month. */
    static long millis(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public List refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        double monthWidth = dataArea.getWidth() / (first.until(last, ChronoUnit.MONTHS) + 1);
        boolean years = step(monthWidth) >= 12;
        return ticks(monthWidth).stream()
                .map(month -> tick(month, years && month.getMonthValue() == 1 ? YEAR : MONTH))
                .toList();
    }

    @SuppressWarnings("JavaUtilDate") // the only date that this axis knows
    private static DateTick tick(YearMonth month, DateTimeFormatter format) {
        return new DateTick(new Date(millis(month)), month.format(format), TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0);
    }

    /** The months that are written when a month is this many pixels wide. */
    List<YearMonth> ticks(double monthWidth) {
        int step = step(monthWidth);
        List<YearMonth> ticks = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            if ((month.getYear() * 12L + month.getMonthValue() - 1) % step == 0) {
                ticks.add(month);
            }
        }
        return ticks.isEmpty() ? List.of(first) : ticks;
    }

    private int step(double monthWidth) {
        double month = Labels.width("MMM 0000", getTickLabelFont()) + 14;
        double year = Labels.width("0000", getTickLabelFont()) + 14;
        for (int step : MONTHS_BETWEEN_TICKS) {
            if (step * monthWidth >= (step < 12 ? month : year)) {
                return step;
            }
        }
        return 12_000;
    }
}
