package org.salesetl.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Currencies;
import org.salesetl.layout.DecimalMarks;
import org.salesetl.layout.Row;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.DiscountUnit;
import org.salesetl.notation.CountedDays;
import org.salesetl.notation.DateOrder;
import org.salesetl.notation.Dates;
import org.salesetl.notation.Numbers;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Quantity;

/**
 * Reads the cells of one row, and collects everything that is wrong with them.
 *
 * <p>A missing or wrong cell reads as null, so only {@link #isGood} tells whether the row is good.
 */
public final class RowCheck {

    private static final Column[] COLUMNS = Column.values();
    private static final int LONGEST_ID = 64;

    /** Spreadsheets show no number in more characters, and no exponent before the number has ten digits. */
    private static final int LONGEST_NUMBER = 24;

    private static final Pattern ROUNDED = Pattern.compile("\\d([.,]\\d+)?E\\+(09|[1-9]\\d)");

    private static final int LONGEST_TEXT = 255;
    private static final int PRICE_DECIMALS = 4;
    private static final int RATE_DECIMALS = 10;
    private static final BigDecimal RATE_LIMIT = BigDecimal.TEN.pow(10);
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    /** Numbers from this limit on, in ten-thousandths, do not fit into a long. */
    private static final BigDecimal OPTIONAL_LIMIT = new BigDecimal("900000000000000");

    /** Prices from this limit on do not fit into DECIMAL(19,4). */
    private static final BigDecimal PRICE_LIMIT = BigDecimal.TEN.pow(15);
    /** Quantities from this limit on do not fit into DECIMAL(15,4). */
    private static final BigDecimal QUANTITY_LIMIT = BigDecimal.TEN.pow(11);

    private static final Set<Column> IDS =
            EnumSet.of(Column.CUSTOMER_ID, Column.PRODUCT_ID, Column.ORDER_ID, Column.SALE_ID);

    private static final Set<Column> NUMBERS_AND_DATES = EnumSet.of(
            Column.COST_PRICE,
            Column.PRICE,
            Column.AMOUNT,
            Column.DISCOUNT,
            Column.RATE,
            Column.ORDER_DATE,
            Column.DATE,
            Column.QUANTITY);

    private final Row row;
    private final Set<Column> withoutResult = EnumSet.noneOf(Column.class);
    private final List<Fault> faults = new ArrayList<>();
    private final DecimalMarks decimals;
    private boolean repaired;

    public RowCheck(Row row) {
        this.row = row;
        this.decimals = row.layout().conventions().decimals();
        for (Column column : COLUMNS) {
            String cell = row.cell(column);
            if (cell != null && Text.hasControlCharacter(cell)) {
                fault(Reason.CONTROL_CHARACTER, column, cell, "expected text without control characters");
            } else if (cell != null && isFormulaError(column, cell)) {
                fault(Reason.FORMULA_ERROR, column, cell, "expected a value, not a formula without a result,");
                withoutResult.add(column);
            }
        }
    }

    /** Nobody needs a name, a city, a cost or the like of a spreadsheet so much that the row should wait for it. */
    private static boolean isFormulaError(Column column, String cell) {
        return IDS.contains(column)
                ? FormulaError.isId(cell)
                : NUMBERS_AND_DATES.contains(column) && FormulaError.is(cell);
    }

    /** An optional id. */
    public @Nullable String id(Column column) {
        String id = limited(column, LONGEST_ID);
        if (id != null && isRounded(id)) {
            fault(
                    Reason.DAMAGED_ID,
                    column,
                    id,
                    "expected an id with all its digits, not one that a spreadsheet has rounded,");
        }
        return id;
    }

    /** Whether this is a number in the form in which spreadsheets show long numbers: {@code 1.23457E+12}. */
    private static boolean isRounded(String id) {
        return id.indexOf("E+") > 0
                && id.length() <= LONGEST_NUMBER
                && ROUNDED.matcher(id).matches();
    }

    /** A required id. */
    public @Nullable String requiredId(Column column, Reason missing) {
        String id = id(column);
        if (id == null) {
            fault(missing, column, null, "expected " + column.label() + " but the cell is empty");
        }
        return id;
    }

    /**
     * The id of an order whose number starts again each day: the day and the number.
     *
     * @return null as long as the number or the day is wrong
     */
    public @Nullable String idOfDay(Column column, @Nullable String number, @Nullable LocalDate day) {
        if (number == null || day == null) {
            return null;
        }
        String id = day + " " + number;
        int length = number.codePointCount(0, number.length());
        int most = LONGEST_ID - (id.length() - number.length());
        if (length > most) {
            tooLong(column, number, most, length);
        }
        return id;
    }

    /** An optional text. */
    public @Nullable String text(Column column) {
        return limited(column, LONGEST_TEXT);
    }

    /**
     * An optional text, or its replacement. The row counts as repaired if the file has the column but this row leaves it empty.
     */
    public String textOr(Column column, String replacement) {
        String text = text(column);
        if (text != null) {
            return text;
        }
        repaired |= row.layout().has(column);
        return replacement;
    }

    /**
     * An optional e-mail address: some text, an {@code @}, and more text. Anything else becomes null, and the row counts as
     * repaired.
     */
    public @Nullable String email(Column column) {
        String email = text(column);
        if (email == null) {
            return null;
        }
        int at = email.indexOf('@');
        if (at > 0 && email.lastIndexOf('@') < email.length() - 1) {
            return email;
        }
        repaired = true;
        return null;
    }

    /** A price in the currency of the business, not negative, with at most four decimals; null if it is missing. */
    public @Nullable BigDecimal price(Column column) {
        String cell = row.cell(column);
        if (cell == null) {
            return null;
        }
        BigDecimal price = Numbers.parse(cell, decimals.of(column));
        if (price == null) {
            fault(
                    Reason.BAD_PRICE,
                    column,
                    cell,
                    "expected a number such as 1060" + decimals.of(column).decimal() + "22");
            return null;
        }
        if (price.signum() < 0 && row.isReturn()) {
            // a return may have its sign before any of its numbers
            price = price.negate();
        }
        if (price.signum() < 0) {
            fault(Reason.NEGATIVE_PRICE, column, cell, "expected a price of zero or more");
        }
        return rounded(price, column, cell);
    }

    /** A number that a sale can do without; if it cannot be read, it is missing, and the row counts as repaired. */
    public @Nullable BigDecimal optional(Column column) {
        String cell = row.cell(column);
        return cell == null ? null : optional(Numbers.parse(cell, decimals.of(column)));
    }

    /**
     * A number that a sale can do without, rounded to four decimals.
     *
     * @param number null if it cannot be read; then, and if it is too large, it is missing, and the row counts as repaired
     */
    public @Nullable BigDecimal optional(@Nullable BigDecimal number) {
        if (number == null || number.abs().compareTo(OPTIONAL_LIMIT) >= 0) {
            repaired = true;
            return null;
        }
        return number.scale() > PRICE_DECIMALS ? number.setScale(PRICE_DECIMALS, RoundingMode.HALF_UP) : number;
    }

    /** A part of something that a sale can do without: {@code 0.35} or {@code 35 %}. */
    public @Nullable BigDecimal part(Column column) {
        String cell = row.cell(column);
        if (cell == null) {
            return null;
        }
        boolean perCent = cell.endsWith("%");
        BigDecimal number =
                Numbers.parse(perCent ? cell.substring(0, cell.length() - 1).strip() : cell, decimals.of(column));
        return optional(number != null && perCent ? number.movePointLeft(2) : number);
    }

    /** Notes a price that is none although another cell gives the amount: then nobody knows whether the amount is right. */
    public void requireReadable(Column column) {
        String cell = row.cell(column);
        if (cell != null && Numbers.parse(cell, decimals.of(column)) == null) {
            fault(
                    Reason.BAD_PRICE,
                    column,
                    cell,
                    "expected a number such as 1060" + decimals.of(column).decimal() + "22");
        }
    }

    /**
     * The price of all units of a sale together, with at most four decimals; null if it is missing. It may be negative only if
     * the quantity is, which {@link #unitPrice} checks.
     */
    public @Nullable BigDecimal amount(Column column) {
        String cell = row.cell(column);
        if (cell == null) {
            return null;
        }
        BigDecimal amount = Numbers.parse(cell, decimals.of(column));
        if (amount == null) {
            fault(
                    Reason.BAD_PRICE,
                    column,
                    cell,
                    "expected an amount such as 1060" + decimals.of(column).decimal() + "22");
            return null;
        }
        return rounded(amount, column, cell);
    }

    /** A discount, which may have a sign of per cent where discounts are in per cent; null if the cell is missing or wrong, which is a fault. */
    public @Nullable BigDecimal discount(DiscountUnit unit) {
        String cell = row.cell(Column.DISCOUNT);
        if (cell == null || unit != DiscountUnit.PERCENT) {
            return amount(Column.DISCOUNT);
        }
        BigDecimal percent = Numbers.percent(cell, decimals.of(Column.DISCOUNT));
        if (percent == null) {
            fault(Reason.BAD_PRICE, Column.DISCOUNT, cell, "expected a discount of at most 100 per cent");
            return null;
        }
        return rounded(percent, Column.DISCOUNT, cell);
    }

    /**
     * The price of one unit, with four decimals, if a file gives the amount for all units.
     *
     * @param quantity null or 0 if the quantity is wrong: then there is no unit price
     */
    public @Nullable BigDecimal unitPrice(BigDecimal amount, @Nullable Quantity quantity) {
        if (quantity == null || quantity.units().signum() == 0) {
            return null;
        }
        BigDecimal price = quantity.unitPrice(amount);
        if (price.signum() < 0) {
            fault(
                    Reason.NEGATIVE_PRICE,
                    Column.AMOUNT,
                    amount.toPlainString(),
                    "expected an amount with the sign of the quantity, which is " + quantity + ",");
        }
        if (price.compareTo(PRICE_LIMIT) >= 0) {
            fault(
                    Reason.BAD_PRICE,
                    Column.AMOUNT,
                    amount.toPlainString(),
                    "expected an amount that makes a price below 1,000,000,000,000,000 for the quantity, which is "
                            + quantity + ",");
        }
        return price;
    }

    /**
     * The currency of the money in a row of a file that names other currencies than that of the warehouse. The cell of the row's
     * currency says it, or else what is written beside the money. A row that says nothing has the only currency of its file; if the
     * file has several, that is a fault.
     *
     * @param money the columns with money; a row without any has no currency
     * @return null for the currency of the warehouse, and if something is wrong
     */
    public @Nullable String currency(Column... money) {
        Currencies currencies = row.layout().conventions().currencies();
        String own = currencies.own();
        List<String> cells =
                Arrays.stream(money).map(row::cell).filter(Objects::nonNull).toList();
        if (currencies.areOwn() || cells.isEmpty()) {
            return null;
        }
        boolean hasColumn = row.layout().has(Column.CURRENCY);
        String named = hasColumn ? namedInCell(currencies) : null;
        if (!hasColumn && row.layout().mapping().currency() == null) {
            named = namedBeside(cells, currencies);
        }
        if (named == null && isGood(Column.CURRENCY)) {
            named = currencies.only();
            if (named == null) {
                fault(
                        Reason.MISSING_CURRENCY,
                        Column.CURRENCY,
                        hasColumn ? null : cells.get(0),
                        "expected a currency" + (hasColumn ? "" : " beside the amount") + ", since the file has "
                                + String.join(", ", currencies.codes())
                                + (hasColumn ? ", but the cell is empty" : ","));
            }
        }
        return named == null || named.equals(own) ? null : named;
    }

    /** The currency in the cell of the row's currency; null if there is none, or, which is a fault, if the cell has another word. */
    private @Nullable String namedInCell(Currencies currencies) {
        String cell = row.cell(Column.CURRENCY);
        String named = cell == null ? null : currencies.of(cell);
        if (cell != null && named == null) {
            fault(Reason.BAD_CURRENCY, Column.CURRENCY, cell, "expected a currency such as EUR");
        }
        return named;
    }

    /** The currency beside the money; null if there is none, or, which is a fault, if there are several. */
    private @Nullable String namedBeside(List<String> cells, Currencies currencies) {
        List<String> named = cells.stream()
                .map(currencies::of)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (named.size() > 1) {
            fault(
                    Reason.BAD_CURRENCY,
                    Column.CURRENCY,
                    String.join(" and ", named),
                    "expected all amounts of the row in one currency");
        }
        return named.size() == 1 ? named.get(0) : null;
    }

    /** The currency in a cell of its own; null if it is missing or unknown, which is a fault. */
    public @Nullable String requiredCurrency(Column column) {
        String cell = row.cell(column);
        String named =
                cell == null ? null : row.layout().conventions().currencies().of(cell);
        if (named == null) {
            fault(
                    cell == null ? Reason.MISSING_CURRENCY : Reason.BAD_CURRENCY,
                    column,
                    cell,
                    "expected a currency such as EUR" + (cell == null ? " but the cell is empty" : ""));
        }
        return named;
    }

    /** A rate of a currency, above zero, rounded half-up to ten decimals; null if it is missing or wrong, which is a fault. */
    public @Nullable BigDecimal rate(Column column) {
        String cell = row.cell(column);
        BigDecimal number = cell == null ? null : Numbers.parse(cell, decimals.of(column));
        BigDecimal rate = number == null || number.scale() <= RATE_DECIMALS
                ? number
                : number.setScale(RATE_DECIMALS, RoundingMode.HALF_UP);
        if (rate == null || rate.signum() <= 0 || rate.compareTo(RATE_LIMIT) >= 0) {
            fault(
                    Reason.BAD_RATE,
                    column,
                    cell,
                    "expected a rate above zero and below 10,000,000,000, such as 0"
                            + decimals.of(column).decimal() + "9215"
                            + (cell == null ? ", but the cell is empty" : ","));
            return null;
        }
        repaired |= number != null && number.scale() > RATE_DECIMALS;
        return rate;
    }

    private @Nullable BigDecimal rounded(BigDecimal price, Column column, String cell) {
        BigDecimal rounded = price;
        if (price.scale() > PRICE_DECIMALS) {
            rounded = price.setScale(PRICE_DECIMALS, RoundingMode.HALF_UP);
            repaired = true;
        }
        if (rounded.abs().compareTo(PRICE_LIMIT) >= 0) {
            fault(Reason.BAD_PRICE, column, cell, "expected a price below 1,000,000,000,000,000");
            return null;
        }
        return rounded;
    }

    /**
     * A quantity of any sign, with at most four decimals besides zeros at their end; null if it is missing or wrong, which is a
     * fault.
     */
    public @Nullable Quantity quantity(Column column) {
        String cell = row.cell(column);
        BigDecimal number = cell == null ? null : Numbers.quantity(cell, decimals.of(column));
        if (number != null && number.abs().compareTo(QUANTITY_LIMIT) < 0) {
            Quantity quantity = new Quantity(number);
            if (quantity.units().scale() <= Quantity.DECIMALS) {
                return quantity;
            }
        }
        fault(
                Reason.BAD_QUANTITY,
                column,
                cell,
                cell == null
                        ? "expected a quantity but the cell is empty"
                        : "expected a number below 100,000,000,000 with at most four decimals");
        return null;
    }

    /** A calendar date as written; null if it is missing or wrong, which is a fault. */
    public @Nullable LocalDate date(Column column) {
        String cell = row.cell(column);
        DateOrder order = row.layout().conventions().dates();
        LocalDate date = cell == null ? null : Dates.parse(cell, order);
        if (date == null && cell != null && row.layout().terms().countedDates()) {
            date = CountedDays.parse(cell);
        }
        if (date == null) {
            String expected = "expected a date such as " + order.example();
            fault(
                    Reason.BAD_DATE,
                    column,
                    cell,
                    cell == null ? expected + " but the cell is empty" : expected + CountedDays.hint(cell));
        }
        return date;
    }

    /**
     * The same, from 1900 to a last day.
     *
     * @param lastDay the last day that can be right
     */
    public @Nullable LocalDate date(Column column, LocalDate lastDay) {
        LocalDate date = date(column);
        if (date != null && (date.isBefore(FIRST_DAY) || date.isAfter(lastDay))) {
            fault(
                    Reason.DATE_OUT_OF_RANGE,
                    column,
                    date.toString(),
                    "expected a date from " + FIRST_DAY + " to " + lastDay);
        }
        return date;
    }

    /** Notes that something is wrong with a cell. Of a formula without a result, nothing else needs to be said. */
    public void fault(Reason reason, Column column, @Nullable String value, String expected) {
        if (withoutResult.contains(column)) {
            return;
        }
        faults.add(new Fault(
                reason,
                column.label(),
                value,
                value == null ? expected : expected + " but found " + Text.visible(value)));
    }

    /** Whether nothing is wrong so far. */
    public boolean isGood() {
        return faults.isEmpty();
    }

    /** The verdict on a good row. */
    public <T> Judgement<T> accepted(T value) {
        return new Judgement.Accepted<>(value, repaired);
    }

    /** The verdict on a row with faults. */
    public <T> Judgement<T> rejected() {
        return rejected(null, null);
    }

    /**
     * The verdict on a row with faults.
     *
     * @param occurrence the number of the row, if only that tells it from others
     * @param sale the sale in it, as far as it can be read
     */
    public <T> Judgement<T> rejected(@Nullable Integer occurrence, @Nullable UnloadedSale sale) {
        return new Judgement.Rejected<>(
                faults.stream()
                        .distinct()
                        .sorted(Comparator.comparing(Fault::reason))
                        .toList(),
                occurrence,
                sale);
    }

    /** The value of a cell; null if something is wrong with the cell. */
    public <T> @Nullable T unlessWrong(Column column, @Nullable T value) {
        return isGood(column) ? value : null;
    }

    /** Whether nothing is wrong with a cell so far. */
    public boolean isGood(Column column) {
        return faults.stream().noneMatch(fault -> column.label().equals(fault.column()));
    }

    private @Nullable String limited(Column column, int limit) {
        String cell = row.cell(column);
        if (cell != null && cell.length() > limit && cell.codePointCount(0, cell.length()) > limit) {
            int length = cell.codePointCount(0, cell.length());
            tooLong(column, cell, limit, length);
        }
        return cell;
    }

    private void tooLong(Column column, String cell, int limit, int length) {
        faults.add(new Fault(
                Reason.TOO_LONG,
                column.label(),
                cell,
                "expected at most " + limit + " characters but found " + length));
    }
}
