package org.salesetl.validation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates that can mean only one day: {@code 2025-01-31} or {@code 2025/01/31}, with an optional time after a space or
 * {@code T}. The time and its zone are not used: the sale belongs to the date as written.
 */
final class Dates {

    private static final int DATE_LENGTH = 10;
    private static final Pattern TIME = Pattern.compile(
            "([Tt]|\\s+)\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?(\\s?[AaPp][Mm])?(\\s?([Zz]|UTC|GMT|[+-]\\d{2}(:?\\d{2})?))?");

    private Dates() {}

    /** The date; null if the text is no real calendar date. */
    static @Nullable LocalDate parse(String text) {
        if (text.length() < DATE_LENGTH) {
            return null;
        }
        char separator = text.charAt(4);
        if ((separator != '-' && separator != '/') || text.charAt(7) != separator) {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, DATE_LENGTH);
        if (year < 0 || month < 1 || month > 12 || day < 1) {
            return null;
        }
        if (text.length() > DATE_LENGTH
                && !TIME.matcher(text).region(DATE_LENGTH, text.length()).matches()) {
            return null;
        }
        YearMonth yearMonth = YearMonth.of(year, month);
        return yearMonth.isValidDay(day) ? yearMonth.atDay(day) : null;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
