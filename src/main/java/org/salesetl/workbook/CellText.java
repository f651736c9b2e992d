package org.salesetl.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of cells, the same for workbooks of all makes. A date is {@code 2025-01-31}, with its time if it has one, whatever its
 * format in the sheet; a number has the fifteen digits that spreadsheets calculate with, and no format, except for the leading
 * zeros of the format {@code 000}: these belong to what people take for the number of a customer.
 */
final class CellText {

    private static final MathContext DIGITS = new MathContext(15);

    /** No number of a spreadsheet has more digits before its decimals, or more zeros after the decimal point. */
    private static final int MOST_DIGITS = 400;

    private static final int LONGEST_NUMBER = 64;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,9})?");

    /** Spreadsheets allow no longer format. */
    private static final int LONGEST_FORMAT = 255;

    /** Fewer letters may mean minutes. */
    private static final int LEAST_MONTHS = 3;

    /** Excel has no dates from the year 10000 on. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    /** The days from the end of 1899 to the first day of spreadsheets that count from 1904. */
    private static final BigDecimal DAYS_TO_1904 = BigDecimal.valueOf(1_462);

    private CellText() {}

    static String of(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    /** The text that stands for the result of a formula, where the workbook does not have it. The rules for rows reject it. */
    static String withoutResult(String formula) {
        return "=" + formula;
    }

    /**
     * A number, or the date that it stands for.
     *
     * @param format how the sheet shows it, in the codes of Excel; null if it has no format
     * @param from1904 whether the workbook counts the days of its dates from 1904
     */
    static String of(BigDecimal value, @Nullable String format, boolean from1904) {
        if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS) {
            // no spreadsheet has such a number; the rules for the row will reject it
            return value.toString();
        }
        BigDecimal serial = from1904 ? value.add(DAYS_TO_1904) : value;
        if (isDate(format) && value.signum() >= 0 && serial.compareTo(LAST_DAY) < 0) {
            return date(serial);
        }
        BigDecimal rounded = value.round(DIGITS);
        String digits = (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros()).toPlainString();
        return format != null && isZeros(format) && digits.chars().allMatch(Character::isDigit)
                ? "0".repeat(Math.max(0, format.length() - digits.length())) + digits
                : digits;
    }

    /** Whether this is a number as spreadsheets write it. */
    static boolean isNumber(String text) {
        return text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches();
    }

    private static boolean isZeros(String format) {
        return format.length() > 1
                && format.length() <= LONGEST_FORMAT
                && format.chars().allMatch(c -> c == '0');
    }

    /**
     * Whether this format shows a number as a date: it has a day, a year or the name of a month, outside quotes, brackets and
     * characters after a backslash.
     */
    static boolean isDate(@Nullable String format) {
        if (format == null || format.length() > LONGEST_FORMAT) {
            return false;
        }
        int months = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            int end = c == '"' ? format.indexOf('"', i + 1) : c == '[' ? format.indexOf(']', i + 1) : -1;
            if (end > 0) {
                i = end;
            } else if (c == '\\') {
                i++;
            } else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D') {
                return true;
            }
            months = c == 'm' || c == 'M' ? months + 1 : 0;
            if (months == LEAST_MONTHS) {
                return true;
            }
        }
        return false;
    }

    /**
     * The serial counts days since the last day of 1899. Excel believes that 1900 had a leap day, so the base is one day earlier
     * from March 1900 on.
     */
    private static String date(BigDecimal serial) {
        long days = serial.longValue();
        long seconds = serial.subtract(BigDecimal.valueOf(days))
                .multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        return of(LocalDateTime.of(1899, 12, days < 60 ? 31 : 30, 0, 0)
                .plusDays(days)
                .plusSeconds(seconds));
    }

    /** A date as XML writes it, with or without a time. What is no date stays as it is; the rules for rows say what is wrong with it. */
    static String ofIso(String date) {
        try {
            return date.contains("T") ? of(LocalDateTime.parse(date)) : date;
        } catch (DateTimeParseException e) {
            return date;
        }
    }

    /** A date, with its time in seconds if that is not midnight. */
    private static String of(LocalDateTime time) {
        LocalTime clock = time.toLocalTime().truncatedTo(ChronoUnit.SECONDS);
        return clock.equals(LocalTime.MIDNIGHT) ? time.toLocalDate().toString() : time.toLocalDate() + " " + clock;
    }
}
