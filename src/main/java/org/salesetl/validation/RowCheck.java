package org.salesetl.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Column;
import org.salesetl.layout.Row;
import org.salesetl.notation.DateOrder;
import org.salesetl.notation.Dates;
import org.salesetl.notation.DecimalMark;
import org.salesetl.notation.Numbers;
import org.salesetl.text.Text;

/**
 * Reads one row's cells, and collects everything that is wrong with them.
 *
 * <p>A cell that is missing or wrong reads as null: only {@link #isGood} tells whether the row is good.
 */
public final class RowCheck {

    private static final Column[] COLUMNS = Column.values();
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_TEXT = 255;
    private static final int PRICE_DECIMALS = 4;
    /** What DECIMAL(19,4) can hold. */
    private static final BigDecimal PRICE_LIMIT = BigDecimal.TEN.pow(15);

    private static final BigDecimal QUANTITY_LIMIT = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Row row;
    private final List<Fault> faults = new ArrayList<>();
    private final DecimalMark decimals;
    private boolean repaired;

    public RowCheck(Row row) {
        this.row = row;
        this.decimals = row.layout().conventions().decimals();
        for (Column column : COLUMNS) {
            String cell = row.cell(column);
            if (cell != null && Text.hasControlCharacter(cell)) {
                fault(Reason.CONTROL_CHARACTER, column, cell, "expected text without control characters");
            }
        }
    }

    /** An id that the row may do without. */
    public @Nullable String id(Column column) {
        return limited(column, LONGEST_ID);
    }

    /** An id that the row must have. */
    public @Nullable String requiredId(Column column, Reason missing) {
        String id = id(column);
        if (id == null) {
            fault(missing, column, null, "expected " + column.label() + " but the cell is empty");
        }
        return id;
    }

    /** A text that the row may do without. */
    public @Nullable String text(Column column) {
        return limited(column, LONGEST_TEXT);
    }

    /** A text that is filled in where the file has the column but this row does not say. */
    public String textOr(Column column, String replacement) {
        String text = text(column);
        if (text != null) {
            return text;
        }
        repaired |= row.layout().has(column);
        return replacement;
    }

    /** An e-mail address: something, an {@code @}, and something; anything else is dropped. */
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

    /** A price in whatever currency the business uses, not negative, with four decimals at the most; null if missing. */
    public @Nullable BigDecimal price(Column column) {
        String cell = row.cell(column);
        if (cell == null) {
            return null;
        }
        BigDecimal price = Numbers.parse(cell, decimals);
        if (price == null) {
            fault(Reason.BAD_PRICE, column, cell, "expected a number such as 1060" + decimals.decimal() + "22");
            return null;
        }
        if (price.signum() < 0) {
            fault(Reason.NEGATIVE_PRICE, column, cell, "expected a price of zero or more");
        }
        return rounded(price, column, cell);
    }

    /**
     * What all units of a sale together cost, with four decimals at the most; null if missing. It is negative where the quantity
     * is, and only there, which {@link #unitPrice} looks at.
     */
    public @Nullable BigDecimal amount(Column column) {
        String cell = row.cell(column);
        if (cell == null) {
            return null;
        }
        BigDecimal amount = Numbers.parse(cell, decimals);
        if (amount == null) {
            fault(Reason.BAD_PRICE, column, cell, "expected an amount such as 1060" + decimals.decimal() + "22");
            return null;
        }
        return rounded(amount, column, cell);
    }

    /**
     * The price of one unit where a file gives the amount for all, with four decimals.
     *
     * @param quantity null or 0 if that is wrong: then nothing can be said
     */
    public @Nullable BigDecimal unitPrice(BigDecimal amount, @Nullable Integer quantity) {
        if (quantity == null || quantity == 0) {
            return null;
        }
        BigDecimal price = amount.divide(BigDecimal.valueOf(quantity), PRICE_DECIMALS, RoundingMode.HALF_UP);
        if (price.signum() < 0) {
            fault(
                    Reason.NEGATIVE_PRICE,
                    Column.AMOUNT,
                    amount.toPlainString(),
                    "expected an amount with the sign of the quantity, which is " + quantity + ",");
        }
        return price;
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

    /** A whole number of units, of any sign; null if it is missing or wrong. */
    public @Nullable Integer wholeNumber(Column column) {
        String cell = row.cell(column);
        BigDecimal number = cell == null ? null : Numbers.parse(cell, decimals);
        if (number != null && isWhole(number) && number.abs().compareTo(QUANTITY_LIMIT) <= 0) {
            return number.intValue();
        }
        fault(
                Reason.BAD_QUANTITY,
                column,
                cell,
                cell == null
                        ? "expected a whole number but the cell is empty"
                        : "expected a whole number up to 2,147,483,647");
        return null;
    }

    /** A calendar date as written; null if it is missing or wrong. */
    public @Nullable LocalDate date(Column column) {
        String cell = row.cell(column);
        DateOrder order = row.layout().conventions().dates();
        LocalDate date = cell == null ? null : Dates.parse(cell, order);
        if (date == null) {
            String expected = "expected a date such as " + order.example();
            fault(Reason.BAD_DATE, column, cell, cell == null ? expected + " but the cell is empty" : expected);
        }
        return date;
    }

    /** Notes something wrong with a cell. */
    public void fault(Reason reason, Column column, @Nullable String value, String expected) {
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

    /** The judgement of a good row. */
    public <T> Judgement<T> accepted(T value) {
        return new Judgement.Accepted<>(value, repaired);
    }

    /** The judgement of a row with faults. */
    public <T> Judgement<T> rejected() {
        return rejected(null, null);
    }

    /**
     * The judgement of a row with faults.
     *
     * @param occurrence its number, where only that tells it from others
     * @param sale the sale in it, as far as it tells
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

    /** What a cell says; null if something is wrong with it. */
    public <T> @Nullable T unlessWrong(Column column, @Nullable T value) {
        return faults.stream().anyMatch(fault -> column.label().equals(fault.column())) ? null : value;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.scale() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private @Nullable String limited(Column column, int limit) {
        String cell = row.cell(column);
        if (cell != null && cell.length() > limit && cell.codePointCount(0, cell.length()) > limit) {
            int length = cell.codePointCount(0, cell.length());
            faults.add(new Fault(
                    Reason.TOO_LONG,
                    column.label(),
                    cell,
                    "expected at most " + limit + " characters but found " + length));
        }
        return cell;
    }
}
