package org.salesetl.notation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Dates that programs write as a mere number: the days that a spreadsheet counts, and the seconds or milliseconds since 1970. Such a
 * number may as well be something else, so it is read as a date only if somebody has said so.
 */
public final class CountedDays {

    /** The day before the first day of a spreadsheet, for all days from March 1900 on. */
    private static final LocalDate BEFORE_FIRST_DAY = LocalDate.of(1899, 12, 30);

    /** The years from 1982 to 2064. */
    private static final long FIRST_DAY = 30_000;

    private static final long LAST_DAY = 60_000;
    private static final int DIGITS_OF_SECONDS = 10;
    private static final int DIGITS_OF_MILLISECONDS = 13;

    private CountedDays() {}

    /** The day that a number counts, in UTC; null if the text is no such number. */
    public static @Nullable LocalDate parse(String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        if (whole.isEmpty()
                || whole.length() > DIGITS_OF_MILLISECONDS
                || !whole.chars().allMatch(CountedDays::isDigit)) {
            return null;
        }
        long number = Long.parseLong(whole);
        if (number >= FIRST_DAY && number <= LAST_DAY) {
            return BEFORE_FIRST_DAY.plusDays(number);
        }
        return switch (whole.length()) {
            case DIGITS_OF_SECONDS -> ofSeconds(number);
            case DIGITS_OF_MILLISECONDS -> ofSeconds(number / 1_000);
            default -> null;
        };
    }

    /** What a number may mean as a date, as the end of a sentence about what was expected; empty if the text is no such number. */
    public static String hint(String text) {
        LocalDate day = parse(text);
        if (day == null) {
            return "";
        }
        // a spreadsheet counts with five digits, and perhaps a fraction for the time
        return text.matches("\\d{5}(\\..*)?")
                ? " (the number may be the day " + day + ", as a spreadsheet counts days)"
                : " (the number may be a time on " + day + ", as computers count seconds since 1970)";
    }

    private static LocalDate ofSeconds(long seconds) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
