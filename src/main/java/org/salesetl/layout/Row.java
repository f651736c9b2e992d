package org.salesetl.layout;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.DiscountUnit;
import org.salesetl.notation.DecimalMark;
import org.salesetl.notation.Numbers;
import org.salesetl.text.Text;

/**
 * One record of a file, cut into cells.
 *
 * @see RowReader
 */
public final class Row {

    private static final String END_OF_TEXT = "\u001A";

    private final int line;
    private final List<String> cells;
    private final Layout layout;
    private final Map<Column, String> known;
    private final @Nullable LeftOut leftOut;
    private final boolean isReturn;
    private final boolean filled;
    private final BigDecimal orderShare;
    private final List<String> written;

    /**
     * @param line the line on which the record starts; the header is line 1 in most files
     * @param cells its cells as they are in the file, with those filled that mean "as above"
     * @param layout which cell is which column
     * @param known the stripped cells of the known columns; missing cells are left out
     * @param leftOut why the row is no sale; null if the row is one, as far as the reader can tell
     * @param isReturn whether the status of the row says that something came back
     * @param filled whether cells that mean "as above" have been filled
     * @param orderShare what the row bears of the discounts and refunds of its order
     */
    Row(
            int line,
            List<String> cells,
            Layout layout,
            Map<Column, String> known,
            @Nullable LeftOut leftOut,
            boolean isReturn,
            boolean filled,
            BigDecimal orderShare) {
        this(line, cells, layout, known, leftOut, isReturn, filled, orderShare, cells);
    }

    private Row(
            int line,
            List<String> cells,
            Layout layout,
            Map<Column, String> known,
            @Nullable LeftOut leftOut,
            boolean isReturn,
            boolean filled,
            BigDecimal orderShare,
            List<String> written) {
        this.line = line;
        this.cells = cells;
        this.layout = layout;
        this.known = known;
        this.leftOut = leftOut;
        this.isReturn = isReturn;
        this.filled = filled;
        this.orderShare = orderShare;
        this.written = written;
    }

    /** The same row of a forgotten customer: without what says something of a person, and with another id of the customer. */
    Row under(String pseudonym, PersonalCells personal) {
        Map<Column, String> rest = new EnumMap<>(known);
        rest.keySet().removeIf(column -> PersonalCells.isPersonal(column, layout.kind()));
        rest.put(Column.CUSTOMER_ID, pseudonym);
        return new Row(
                line, personal.without(cells, pseudonym), layout, rest, leftOut, isReturn, true, orderShare, cells);
    }

    /** Whether the customer of the row has been forgotten. */
    public boolean isOfForgottenCustomer() {
        return written != cells;
    }

    /** The cells as {@link #cells()}, also those that say something of a forgotten customer. They tell rows apart, and are not kept. */
    public List<String> written() {
        return written;
    }

    /** The line on which the record starts; the header is line 1 in most files. */
    public int line() {
        return line;
    }

    /** The cells as they are in the file, with those filled that mean "as above". */
    public List<String> cells() {
        return cells;
    }

    public Layout layout() {
        return layout;
    }

    /** The stripped cell; null if it is missing: the column is absent, or the cell is empty or one of the null words. */
    public @Nullable String cell(Column column) {
        return known.get(column);
    }

    /** The number in a cell, as the file writes the numbers of the column; null if the cell is missing or no number. */
    @Nullable
    BigDecimal number(Column column) {
        String cell = cell(column);
        if (cell == null) {
            return null;
        }
        DecimalMark mark = layout.conventions().decimals().of(column);
        if (column == Column.DISCOUNT && layout.terms().discounts() == DiscountUnit.PERCENT) {
            return Numbers.percent(cell, mark);
        }
        return column == Column.QUANTITY ? Numbers.quantity(cell, mark) : Numbers.parse(cell, mark);
    }

    /** The stripped cell of one of the {@link RejectColumns}; null if it is empty, or if this is no file of rejects. */
    public @Nullable String rejectCell(String column) {
        int index = layout.rejects() ? layout.header().indexOf(column) : -1;
        String cell = index < 0 || index >= written.size() ? "" : Text.strip(written.get(index));
        return cell.isEmpty() ? null : cell;
    }

    /**
     * Whether something came back: the status of the row says so, or a negative number where returns are accepted. In our own columns, a
     * quantity alone says so by its sign.
     */
    public boolean isReturn() {
        return isReturn
                || (layout.terms().returns()
                        && !layout.mapping().isOfOwnNames()
                        && ReturnSurvey.negative(this) != null);
    }

    /** Whether the cells are not as they are in the file: cells that mean "as above" have been filled, or the customer was forgotten. */
    public boolean isFilled() {
        return filled;
    }

    /** What the row bears of the discounts and refunds of its order; zero if it bears nothing. */
    public BigDecimal orderShare() {
        return orderShare;
    }

    /** Why the row is no sale; null if the row is one, as far as the reader can tell. */
    public @Nullable LeftOut leftOut() {
        return leftOut;
    }

    /** Whether every cell is blank, or the record is the mark by which DOS ended a text. */
    public boolean isBlank() {
        if (cells.size() == 1 && cells.get(0).equals(END_OF_TEXT)) {
            return true;
        }
        for (String cell : cells) {
            if (!Text.isBlank(cell)) {
                return false;
            }
        }
        return true;
    }
}
