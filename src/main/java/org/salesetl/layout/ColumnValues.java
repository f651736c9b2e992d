package org.salesetl.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.salesetl.mapping.Column;
import org.salesetl.notation.CountedDays;
import org.salesetl.notation.DateOrder;
import org.salesetl.notation.Dates;
import org.salesetl.notation.DecimalMark;
import org.salesetl.notation.Numbers;
import org.salesetl.text.Text;

/**
 * What the values in a column of an unknown file look like, so that no guess makes a date an id, or a name a number. Of cells that are
 * wrong, each column may have a few.
 */
final class ColumnValues {

    private static final double NEARLY_ALL = 0.7;

    /** Digits that nobody counts with: they begin with a zero, or are as many as those of a bar code. */
    private static final Pattern CODE = Pattern.compile("0\\d+|\\d{8,}");

    /** Yes and no. */
    private static final Set<String> FLAGS = Set.of("0", "1", "yes", "no", "true", "false");

    private final int read;
    private final int filled;
    private final int dates;

    /** How many may count the days or seconds of a date. */
    private final int countedDays;

    private final int numbers;
    private final int measured;
    private final int fractions;
    private final int digits;
    private final int addresses;
    private final int codes;
    private final int shares;

    /** How many say yes or no. */
    private final int flags;

    /** Whether a value differs from another one. */
    private final boolean differ;

    /** Whether a value comes twice: a number of lines never does. */
    private final boolean repeats;

    /** @param cells the cells of the column in some records below the header */
    ColumnValues(List<String> cells) {
        int countFilled = 0;
        int countDates = 0;
        int countCountedDays = 0;
        int countNumbers = 0;
        int countMeasured = 0;
        int countFractions = 0;
        int countDigits = 0;
        int countAddresses = 0;
        int countCodes = 0;
        int countFlags = 0;
        int countShares = 0;
        Set<String> different = new HashSet<>();
        for (String asItCame : cells) {
            String cell = Text.strip(asItCame);
            if (cell.isEmpty()) {
                continue;
            }
            countFilled++;
            different.add(cell);
            boolean number = isNumber(cell);
            countDates += isDate(cell) ? 1 : 0;
            countCountedDays += CountedDays.parse(cell) == null ? 0 : 1;
            countNumbers += number ? 1 : 0;
            countMeasured += Numbers.quantity(cell, DecimalMark.POINT) != null
                            || Numbers.quantity(cell, DecimalMark.COMMA) != null
                    ? 1
                    : 0;
            countFractions += number && (cell.indexOf('.') >= 0 || cell.indexOf(',') >= 0) ? 1 : 0;
            countDigits += cell.chars().anyMatch(Character::isDigit) ? 1 : 0;
            countAddresses += cell.indexOf('@') > 0 ? 1 : 0;
            countCodes += CODE.matcher(cell).matches() ? 1 : 0;
            countShares += Shares.percent(cell) != null ? 1 : 0;
            countFlags += FLAGS.contains(cell.toLowerCase(Locale.ROOT)) ? 1 : 0;
        }
        this.filled = countFilled;
        this.dates = countDates;
        this.countedDays = countCountedDays;
        this.numbers = countNumbers;
        this.measured = countMeasured;
        this.fractions = countFractions;
        this.digits = countDigits;
        this.read = cells.size();
        this.addresses = countAddresses;
        this.codes = countCodes;
        this.flags = countFlags;
        this.shares = countShares;
        this.differ = different.size() > 1;
        this.repeats = different.size() < countFilled;
    }

    private static boolean isDate(String cell) {
        return Dates.parse(cell, DateOrder.DAY_FIRST) != null || Dates.parse(cell, DateOrder.MONTH_FIRST) != null;
    }

    private static boolean isNumber(String cell) {
        return Numbers.byAnyMark(cell) != null;
    }

    /** Whether the values may be those of one of our columns. A blank column is none of them; without any row it may be each. */
    boolean mayBe(Column column) {
        if (filled == 0) {
            return read == 0;
        }
        return switch (column) {
            case ORDER_DATE, DATE -> isMostly(dates) || isMostly(countedDays);
            case QUANTITY -> isMostly(measured) && !isMostly(dates) && !isMostly(codes);
            case PRICE, COST_PRICE, AMOUNT, DISCOUNT, COST, UNIT_COST, PROFIT, MARGIN, RATE ->
                isMostly(numbers) && !isMostly(dates) && !isMostly(codes);
            case EMAIL -> isMostly(addresses);
            case SALE_ID -> isId() && isMostly(digits) && !repeats;
            case ORDER_ID -> isId() && isMostly(digits);
            case PRODUCT_ID -> isId() && !isMostly(addresses);
            case CUSTOMER_ID -> isId() && !isMostly(flags);
            case CATEGORY -> areNames() && !isMostly(flags);
            case NAME, CUSTOMER_NAME, PRODUCT_NAME, CITY, STATUS, CURRENCY -> areNames();
        };
    }

    private boolean areNames() {
        return !isMostly(dates) && !isMostly(numbers) && !isMostly(addresses);
    }

    /** Whether a value differs from another one. */
    boolean differ() {
        return differ;
    }

    /** Whether the values are dates, and no numbers that may count days. */
    boolean areDates() {
        return isMostly(dates);
    }

    /** Whether a value comes twice. */
    boolean repeat() {
        return repeats;
    }

    /** Whether there is any value. */
    boolean isFilled() {
        return filled > 0;
    }

    /** Whether the values are numbers, which dates without signs are too. */
    boolean areNumbers() {
        return isMostly(numbers);
    }

    /** What the values have of such a column, in a few words; empty if they tell nothing. */
    String words(Column column) {
        if (filled == 0) {
            return "";
        }
        return switch (column) {
            case ORDER_DATE, DATE -> all(dates) + "dates";
            case QUANTITY, PRICE, COST_PRICE, AMOUNT, DISCOUNT, COST, UNIT_COST, PROFIT, MARGIN, RATE ->
                all(numbers) + "numbers";
            case EMAIL -> all(addresses) + "email addresses";
            case SALE_ID -> "different in each row";
            case ORDER_ID -> repeats ? "shared by some rows, as lines of an order do" : "different in each row";
            case CUSTOMER_ID, PRODUCT_ID -> areCodes() ? "values with digits" : "";
            case CUSTOMER_NAME, PRODUCT_NAME, NAME, CITY, CATEGORY, STATUS, CURRENCY ->
                areWords() ? "values of letters" : "";
        };
    }

    private String all(int count) {
        return count == filled ? "all values are " : "most values are ";
    }

    /** Whether the values may be shares of a hundred. */
    boolean areShares() {
        return filled > 0 && shares == filled;
    }

    /** Whether the values have digits, as most ids have and few names. */
    boolean areCodes() {
        return filled > 0 && isMostly(digits);
    }

    /** Whether the values are of letters, as most names are. */
    boolean areWords() {
        return filled > 0 && !isMostly(digits);
    }

    /** An id is neither a date, unless the date is a mere number, nor an amount, nor yes or no. */
    private boolean isId() {
        boolean amounts = isMostly(fractions) || (differ && isMostly(flags));
        boolean writtenDates = isMostly(dates) && !isMostly(numbers);
        return !amounts && !writtenDates;
    }

    private boolean isMostly(int count) {
        return count >= filled * NEARLY_ALL;
    }
}
