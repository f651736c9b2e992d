package org.salesetl.notation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads calendar dates: {@code 2025-01-31}, {@code 2025/1/31}, {@code 2025.01.31.}, {@code 20250131}, {@code 31 Jan 2025} or
 * {@code 2025年1月31日}, and by the file's {@link DateOrder} {@code 31/01/2025}, {@code 1-31-2025} or {@code 31. 1. 25}. A time may follow
 * after a space or {@code T}. The time and its zone are ignored: the sale belongs to the date as written. Two digits mean a year of this
 * century.
 */
public final class Dates {

    private static final int DATE_LENGTH = 10;
    private static final int COMPACT_LENGTH = 8;
    private static final int YEAR_DIGITS = 4;
    private static final int SHORT_YEAR_DIGITS = 2;
    private static final int CENTURY = 2000;
    private static final int FIRST_COMPACT_YEAR = 1900;
    private static final int LAST_COMPACT_YEAR = 2199;
    private static final int LONGEST_NAMED = 64;
    private static final String SEPARATORS = "/-.";
    private static final String BLANK = "[\\s\\u00A0\\u202F]";

    /**
     * A time of day, in the ways of many programs: {@code T23:59:00Z}, {@code , 11:59 p. m.}, {@code um 23:59 Uhr}, {@code 23h59},
     * {@code klo 23.59}, {@code 오후 11:59}.
     */
    private static final Pattern TIME =
            Pattern.compile("([Tt]|,?" + BLANK + "+((um|at|às|à|в|kl\\.?|klo|오전|오후)" + BLANK + "+)?)"
                    + "(\\d{1,2}[:h]|(?<=(kl|klo|kl\\.)" + BLANK + ")\\d{1,2}\\.)\\d{2}(:\\d{2}([.,]\\d{1,9})?)?"
                    + "(" + BLANK + "?([AaPp][Mm]|[AaPp]\\." + BLANK + "?[Mm]\\.|Uhr|hs?\\.?))?"
                    + "(" + BLANK + "?([Zz]|[A-Z]{3,5}|[+-]\\d{2}(:?\\d{2})?)(" + BLANK + "?UTC)?)?");

    /** A zone without a time, as dates of XML have it: {@code 2025-01-31Z}, {@code 2025-01-31+01:00}. */
    private static final Pattern ZONE = Pattern.compile("Z|[+-]\\d{2}:\\d{2}");

    /** Days and months without zeros in front, blanks between the parts, and a point after the last one. */
    private static final Pattern LOOSE =
            Pattern.compile("(\\d{1,4})([./])" + BLANK + "?(\\d{1,2})\\2" + BLANK + "?(\\d{1,4})(?!\\d)\\.?");

    /** Years of the Buddhist calendar, as Thailand writes them: nothing was sold in such a year of ours. */
    private static final int FIRST_BUDDHIST_YEAR = 2550;

    private static final int LAST_BUDDHIST_YEAR = 2600;
    private static final int YEARS_BEFORE_OURS = 543;

    private Dates() {}

    /** The date; null if the text is no real calendar date, or would be one only in another order. */
    public static @Nullable LocalDate parse(String text, DateOrder order) {
        boolean beginsWithYear = text.length() >= DATE_LENGTH
                && SEPARATORS.indexOf(text.charAt(YEAR_DIGITS)) >= 0
                && endOfPart(text, 0) < 0;
        if (beginsWithYear && isDigit(text.charAt(YEAR_DIGITS + 1))) {
            LocalDate date = yearFirst(text);
            return date == null ? loose(text, order) : date;
        }
        if (isCompact(text)) {
            return compact(text);
        }
        LocalDate date = yearLast(text, order);
        date = date == null ? named(text) : date;
        return date == null ? looseOrOfOtherDigits(text, order) : date;
    }

    private static @Nullable LocalDate looseOrOfOtherDigits(String text, DateOrder order) {
        LocalDate date = loose(text, order);
        String ascii = date == null && text.length() <= LONGEST_NAMED ? Digits.ascii(text, '.') : text;
        return ascii.equals(text) ? date : parse(ascii, order);
    }

    private static @Nullable LocalDate loose(String text, DateOrder order) {
        if (text.length() > LONGEST_NAMED || !isDigit(text.isEmpty() ? ' ' : text.charAt(0))) {
            return null;
        }
        Matcher parts = LOOSE.matcher(text);
        if (!parts.lookingAt()) {
            return null;
        }
        String first = parts.group(1);
        String last = parts.group(4);
        if (first.length() == YEAR_DIGITS && last.length() <= SHORT_YEAR_DIGITS) {
            return date(
                    Integer.parseInt(first),
                    Integer.parseInt(parts.group(3)),
                    Integer.parseInt(last),
                    text,
                    parts.end());
        }
        String tight = String.join(parts.group(2), first, parts.group(3), last) + text.substring(parts.end());
        return tight.equals(text) ? null : yearLast(tight, order);
    }

    /**
     * Whether a text may be a date that begins with a year of two digits: {@code 25-01-31}. With points or slashes, nobody writes so.
     */
    public static boolean mayBeginWithShortYear(String text) {
        return text.length() >= COMPACT_LENGTH
                && text.charAt(2) == '-'
                && text.charAt(5) == '-'
                && isDigit(text.charAt(1))
                && isDigit(text.charAt(4))
                && digitsOfYear(text, 6) == SHORT_YEAR_DIGITS;
    }

    /** Eight digits and nothing more, or a time after them. */
    private static boolean isCompact(String text) {
        return text.length() >= COMPACT_LENGTH && digits(text, 0, COMPACT_LENGTH) >= 0;
    }

    private static @Nullable LocalDate compact(String text) {
        int year = digits(text, 0, YEAR_DIGITS);
        return year < FIRST_COMPACT_YEAR || year > LAST_COMPACT_YEAR
                ? null
                : date(year, digits(text, 4, 6), digits(text, 6, COMPACT_LENGTH), text, COMPACT_LENGTH);
    }

    private static @Nullable LocalDate named(String text) {
        NamedDates.Parts parts = text.length() > LONGEST_NAMED ? null : NamedDates.read(text);
        return parts == null ? null : date(parts.year(), parts.month(), parts.day(), text, parts.end());
    }

    /** The year that two or four digits mean. */
    static int year(int number, int digits) {
        return digits == SHORT_YEAR_DIGITS && number >= 0 ? CENTURY + number : number;
    }

    private static @Nullable LocalDate yearFirst(String text) {
        if (text.charAt(7) != text.charAt(YEAR_DIGITS)) {
            return null;
        }
        int year = digits(text, 0, YEAR_DIGITS);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, DATE_LENGTH);
        boolean zone = text.length() > DATE_LENGTH
                && ZONE.matcher(text).region(DATE_LENGTH, text.length()).matches();
        return date(year, month, day, zone ? text.substring(0, DATE_LENGTH) : text, DATE_LENGTH);
    }

    private static @Nullable LocalDate yearLast(String text, DateOrder order) {
        int second = endOfPart(text, 0) + 1;
        int year = endOfPart(text, second) + 1;
        int digits = digitsOfYear(text, year);
        int end = year + digits;
        if (second == 0
                || year == 0
                || end > text.length()
                || text.charAt(second - 1) != text.charAt(year - 1)
                || order == DateOrder.YEAR_FIRST
                || order == DateOrder.UNDECIDED) {
            return null;
        }
        int one = digits(text, 0, second - 1);
        int other = digits(text, second, year - 1);
        if (order == DateOrder.SHORT_YEAR_FIRST) {
            boolean allShort = second - 1 == SHORT_YEAR_DIGITS && digits == SHORT_YEAR_DIGITS;
            return allShort ? date(year(one, SHORT_YEAR_DIGITS), other, digits(text, year, end), text, end) : null;
        }
        boolean dayFirst = order == DateOrder.DAY_FIRST;
        return date(year(digits(text, year, end), digits), dayFirst ? other : one, dayFirst ? one : other, text, end);
    }

    /** Two where no more digits follow, else four. */
    private static int digitsOfYear(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end - from == SHORT_YEAR_DIGITS ? SHORT_YEAR_DIGITS : YEAR_DIGITS;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
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
        boolean buddhist = year >= FIRST_BUDDHIST_YEAR && year <= LAST_BUDDHIST_YEAR;
        YearMonth yearMonth = YearMonth.of(buddhist ? year - YEARS_BEFORE_OURS : year, month);
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
