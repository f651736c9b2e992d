package org.salesetl.rollup;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.salesetl.vocabulary.Labelled;

/** The length of the periods in an answer: days, weeks that begin on Monday, or months. */
public enum Grain implements Labelled {
    DAY,
    WEEK,
    MONTH;

    private static final long A_MONDAY = LocalDate.of(2024, 1, 1).toEpochDay();
    private static final long DAYS_IN_WEEK = 7;

    /** The key of the period with this day: for months as in 202501, else the period's first day as in 20250131. */
    public int key(LocalDate day) {
        return switch (this) {
            case DAY -> dateKey(day);
            case WEEK -> dateKey(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case MONTH -> day.getYear() * 100 + day.getMonthValue();
        };
    }

    /** The keys of the periods of all days of a month, which is as in 202501; the key for the first day is at index 1. */
    int[] keysOfMonth(int month) {
        YearMonth days = YearMonth.of(month / 100, month % 100);
        int[] keys = new int[days.lengthOfMonth() + 1];
        for (int day = 1; day < keys.length; day++) {
            keys[day] = key(days.atDay(day));
        }
        return keys;
    }

    /** A period as in answers: {@code 2025-01}, or its first day, {@code 2025-01-31}. */
    public String text(int key) {
        return this == MONTH
                ? String.format(Locale.ROOT, "%04d-%02d", key / 100, key % 100)
                : LocalDate.parse(String.format(Locale.ROOT, "%08d", key), DateTimeFormatter.BASIC_ISO_DATE)
                        .toString();
    }

    /** The first day of a period that {@link #text} has written. */
    public LocalDate firstDay(String text) {
        return this == MONTH ? YearMonth.parse(text).atDay(1) : LocalDate.parse(text);
    }

    /** The number of a period that {@link #text} has written; consecutive periods have consecutive numbers. */
    public long number(String text) {
        LocalDate day = firstDay(text);
        return switch (this) {
            case DAY -> day.toEpochDay();
            case WEEK -> Math.floorDiv(day.toEpochDay() - A_MONDAY, DAYS_IN_WEEK);
            case MONTH -> day.getLong(ChronoField.PROLEPTIC_MONTH);
        };
    }

    /** The first day of the next period. */
    public LocalDate next(LocalDate firstDay) {
        return switch (this) {
            case DAY -> firstDay.plusDays(1);
            case WEEK -> firstDay.plusWeeks(1);
            case MONTH -> firstDay.plusMonths(1);
        };
    }

    private static int dateKey(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }
}
