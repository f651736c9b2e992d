package org.salesetl.layout;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.salesetl.mapping.CellSource;
import org.salesetl.mapping.CellSource.Constant;
import org.salesetl.mapping.CellSource.FirstOf;
import org.salesetl.mapping.CellSource.Joined;
import org.salesetl.mapping.Column;

/** Completes what somebody says, or what is guessed, of the columns of a file. */
public final class AskedColumns {

    private AskedColumns() {}

    /**
     * The columns, with what follows from them: the name is the id of a product or customer without a number, and a row without a
     * quantity is one unit.
     */
    public static Map<Column, CellSource> completed(Map<Column, CellSource> columns) {
        Map<Column, CellSource> completed = new EnumMap<>(Column.class);
        completed.putAll(columns);
        inPlaceOf(completed, Column.PRODUCT_ID, Column.PRODUCT_NAME);
        inPlaceOf(completed, Column.CUSTOMER_ID, Column.EMAIL);
        inPlaceOf(completed, Column.CUSTOMER_ID, Column.CUSTOMER_NAME);
        boolean money = completed.containsKey(Column.AMOUNT) || completed.containsKey(Column.PRICE);
        if (completed.containsKey(Column.ORDER_DATE) && money && !completed.containsKey(Column.QUANTITY)) {
            completed.put(Column.QUANTITY, new Constant("1"));
        }
        return completed;
    }

    private static void inPlaceOf(Map<Column, CellSource> columns, Column id, Column name) {
        CellSource source = columns.get(name);
        if (source != null && !columns.containsKey(id)) {
            columns.put(id, source);
        }
    }

    /** The columns in words: {@code "Datum" is order_date}. */
    static String words(Map<Column, CellSource> columns) {
        return columns.entrySet().stream()
                .map(entry -> words(entry.getValue()) + " is " + entry.getKey().label())
                .collect(Collectors.joining(", "));
    }

    private static String words(CellSource source) {
        return source instanceof Constant constant
                ? "always " + constant.constant()
                : source.cells().stream()
                        .map(UnknownHeader::quoted)
                        .collect(Collectors.joining(source instanceof Joined ? " with " : " or "));
    }

    /** Where our column is if a file has it in some cells: orders are told apart by all of them together. */
    public static CellSource of(Column column, List<String> cells) {
        return column == Column.ORDER_ID && cells.size() > 1 ? new Joined(cells, " ") : new FirstOf(cells);
    }
}
