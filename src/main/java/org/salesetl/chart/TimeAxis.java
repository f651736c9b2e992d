package org.salesetl.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.salesetl.rollup.Grain;

/** A time axis with labels for days, months or years, as many as there is room for. */
final class TimeAxis extends DateAxis {

    private static final int[] DAYS_BETWEEN_TICKS = {1, 2, 7, 14};
    private static final int[] MONTHS_BETWEEN_TICKS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200};
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu");
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu");
    private static final double DAYS_IN_MONTH = 30.4;
    private static final int GAP = 14;

    private final Grain by;
    private final Locale locale;
    private final LocalDate first;
    private final LocalDate last;

    /** An axis for the periods of an answer. */
    TimeAxis(Answer answer) {
        super(null, TimeZone.getTimeZone(ZoneOffset.UTC), answer.numbers().locale());
        this.by = answer.by();
        this.locale = answer.numbers().locale();
        List<LocalDate> periods = new ArrayList<>(answer.line().keySet());
        periods.addAll(answer.lineBefore().keySet());
        this.first = Collections.min(periods);
        this.last = Collections.max(periods);
        // a margin of half a period, or of a fiftieth of the axis, keeps the outermost points away from the ends
        long span = millis(last) - millis(first);
        long margin = Math.max((millis(by.next(first)) - millis(first)) / 2, span / 50);
        setRange(millis(first) - (double) margin, millis(last) + (double) margin);
    }

    /** The beginning of the day, in milliseconds as the axis counts time. */
    static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public List refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        double dayWidth = dataArea.getWidth() / (first.until(last, ChronoUnit.DAYS) + 1);
        int days = daysBetweenTicks(dayWidth);
        if (days > 0) {
            return dayTicks(days).stream().map(day -> tick(day, DAY)).toList();
        }
        double monthWidth = dataArea.getWidth() / (first.until(last, ChronoUnit.MONTHS) + 1);
        boolean years = monthsBetweenTicks(monthWidth) >= 12;
        return monthTicks(monthWidth).stream()
                .map(month -> tick(month, years && month.getMonthValue() == 1 ? YEAR : MONTH))
                .toList();
    }

    @SuppressWarnings("JavaUtilDate") // JFreeChart has no other type of date for this axis
    private DateTick tick(LocalDate day, DateTimeFormatter format) {
        return new DateTick(
                new Date(millis(day)),
                day.format(format.withLocale(locale)),
                TextAnchor.TOP_CENTER,
                TextAnchor.CENTER,
                0);
    }

    /** The number of days from one tick to the next; 0 if there is no room for ticks of days, or if the periods are months. */
    private int daysBetweenTicks(double dayWidth) {
        if (by == Grain.MONTH || dayWidth * DAYS_IN_MONTH < 2 * width("00 MMM")) {
            return 0;
        }
        for (int days : DAYS_BETWEEN_TICKS) {
            if ((by == Grain.DAY || days >= 7) && days * dayWidth >= width("00 MMM")) {
                return days;
            }
        }
        return 0;
    }

    private List<LocalDate> dayTicks(int days) {
        List<LocalDate> ticks = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(days)) {
            ticks.add(day);
        }
        return ticks;
    }

    /** The first days of the months with a tick, if a month is this many pixels wide. */
    private List<LocalDate> monthTicks(double monthWidth) {
        int step = monthsBetweenTicks(monthWidth);
        List<LocalDate> ticks = new ArrayList<>();
        for (LocalDate month = first.withDayOfMonth(1); !month.isAfter(last); month = month.plusMonths(1)) {
            if ((month.getYear() * 12L + month.getMonthValue() - 1) % step == 0 && !month.isBefore(first)) {
                ticks.add(month);
            }
        }
        return ticks.isEmpty() ? List.of(first) : ticks;
    }

    private int monthsBetweenTicks(double monthWidth) {
        for (int step : MONTHS_BETWEEN_TICKS) {
            if (step * monthWidth >= (step < 12 ? width("MMM 0000") : width("0000"))) {
                return step;
            }
        }
        return 12_000;
    }

    private double width(String label) {
        return Labels.width(label, getTickLabelFont()) + GAP;
    }
}
