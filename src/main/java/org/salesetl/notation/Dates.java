package org.salesetl.notation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads calendar dates: {@code 2025-01-31} or {@code 2025/01/31}, and by the file's {@link DateOrder} {@code 31/01/2025},
 * {@code 1-31-2025} or {@code 31.1.2025}. A time may follow after a space or {@code T}. The time and its zone are ignored: the
 * sale belongs to the date as written. A year has four digits.
 */
public final class Dates {

    private static final int DATE_LENGTH = 10;
    private static final int YEAR_DIGITS = 4;
    private static final String SEPARATORS = "/-.";
    private static final Pattern TIME = Pattern.compile(
            "([Tt]|\\s+)\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?(\\s?[AaPp][Mm])?(\\s?([Zz]|UTC|GMT|[+-]\\d{2}(:?\\d{2})?))?");

    private Dates() {}

    /** The date; null if the text is no real calendar date, or would be one only in another order. */
    public static @Nullable LocalDate parse(String text, DateOrder order) {
        boolean beginsWithYear = text.length() >= DATE_LENGTH
                && (text.charAt(YEAR_DIGITS) == '-' || text.charAt(YEAR_DIGITS) == '/')
                && endOfPart(text, 0) < 0;
        return beginsWithYear ? yearFirst(text) : yearLast(text, order);
    }

    private static @Nullable LocalDate yearFirst(String text) {
        if (text.charAt(7) != text.charAt(YEAR_DIGITS)) {
            return null;
        }
        int year = digits(text, 0, YEAR_DIGITS);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, DATE_LENGTH);
        return date(year, month, day, text, DATE_LENGTH);
    }

    private static @Nullable LocalDate yearLast(String text, DateOrder order) {
        int second = endOfPart(text, 0) + 1;
        int year = endOfPart(text, second) + 1;
        int end = year + YEAR_DIGITS;
        if (second == 0
                || year == 0
                || end > text.length()
                || text.charAt(second - 1) != text.charAt(year - 1)
                || (order != DateOrder.DAY_FIRST && order != DateOrder.MONTH_FIRST)) {
            return null;
        }
        int one = digits(text, 0, second - 1);
        int other = digits(text, second, year - 1);
        boolean dayFirst = order == DateOrder.DAY_FIRST;
        return date(digits(text, year, end), dayFirst ? other : one, dayFirst ? one : other, text, end);
    }

    /** The position of the separator after one or two characters; negative if there is none. */
    private static int endOfPart(String text, int from) {
        for (int at = from + 1; at <= from + 2 && at < text.length(); at++) {
            if (SEPARATORS.indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static @Nullable LocalDate date(int year, int month, int day, String text, int end) {
        if (year < 0 || month < 1 || month > 12 || day < 1) {
            return null;
        }
        if (text.length() > end
                && !TIME.matcher(text).region(end, text.length()).matches()) {
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
