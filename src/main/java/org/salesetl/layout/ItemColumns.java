package org.salesetl.layout;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.salesetl.mapping.Column;

/**
 * The columns of the items of a list in an object of JSON: {@code line_items[].quantity} belongs to an item, and {@code total} to the order,
 * whose total stands in each row.
 *
 * @param prefix how the names of these columns begin; empty if there is no list
 */
record ItemColumns(String prefix) {

    private static final String END_OF_LIST = "[].";

    private static final Set<Column> OF_MONEY = EnumSet.of(Column.PRICE, Column.AMOUNT, Column.DISCOUNT);

    private static final Set<Column> OF_ITEMS =
            EnumSet.of(Column.PRODUCT_ID, Column.PRODUCT_NAME, Column.CATEGORY, Column.QUANTITY, Column.SALE_ID);

    /** The columns of the innermost list. */
    static ItemColumns of(List<String> header) {
        return new ItemColumns(header.stream()
                .filter(cell -> cell.contains(END_OF_LIST))
                .map(cell -> cell.substring(0, cell.lastIndexOf(END_OF_LIST) + END_OF_LIST.length()))
                .max(Comparator.comparingInt(String::length))
                .orElse(""));
    }

    /** Whether a cell of the header belongs to an item. */
    boolean contain(String cell) {
        return !prefix.isEmpty() && cell.startsWith(prefix);
    }

    /** What the column of an item is called there. */
    String nameOf(String cell) {
        return cell.substring(prefix.length());
    }

    /** Whether the name of the list may say something about this column: {@code line_items[].name} is the name of an item. */
    static boolean areNamedIn(Column column) {
        return OF_ITEMS.contains(column);
    }

    /** Whether a cell of the header is the id of the object that has the items. */
    boolean isIdOfHolder(String cell) {
        return !prefix.isEmpty()
                && (cell.equals("id") || cell.endsWith(".id"))
                && prefix.startsWith(cell.substring(0, cell.length() - "id".length()))
                && !contain(cell);
    }

    /**
     * Whether a cell that may mean a column is out of question, because another one is in the right place: what an item has counts for the
     * item, and what the order has for the order. Money of the order counts for no item.
     *
     * @param others the cells that may mean the column
     */
    boolean exclude(String cell, Column column, Stream<String> others) {
        boolean ofItem = OF_ITEMS.contains(column) || OF_MONEY.contains(column);
        return !prefix.isEmpty()
                && contain(cell) != ofItem
                && (OF_MONEY.contains(column) || others.anyMatch(other -> contain(other) == ofItem));
    }
}
