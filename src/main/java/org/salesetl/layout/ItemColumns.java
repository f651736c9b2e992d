package org.salesetl.layout;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.salesetl.mapping.Column;

/**
 * The columns of the items in an order that is an object: {@code line_items.quantity} belongs to an item, and {@code total} to the order,
 * whose total stands in each row.
 *
 * @param prefix how the names of these columns begin; empty if there are none
 */
record ItemColumns(String prefix) {

    private static final ItemColumns NONE = new ItemColumns("");

    private static final Set<Column> OF_MONEY = EnumSet.of(Column.PRICE, Column.AMOUNT, Column.DISCOUNT);

    private static final Set<Column> OF_ITEMS =
            EnumSet.of(Column.PRODUCT_ID, Column.PRODUCT_NAME, Column.CATEGORY, Column.QUANTITY, Column.SALE_ID);

    private static final Pattern PREFIXES = Pattern.compile("[\\p{L}\\p{N}_-]+\\.");

    /** Tells whether a name may mean a column. */
    interface Meaning {
        boolean mayBe(String name, Column column);
    }

    /** Finds the object that has a quantity and what was sold; the innermost one, if several do. */
    static ItemColumns of(List<String> header, Meaning meaning) {
        return header.stream()
                .flatMap(ItemColumns::prefixes)
                .distinct()
                .map(ItemColumns::new)
                .filter(items -> items.have(header, meaning, EnumSet.of(Column.QUANTITY))
                        && items.have(
                                header,
                                meaning,
                                EnumSet.of(Column.PRODUCT_ID, Column.PRODUCT_NAME, Column.PRICE, Column.AMOUNT)))
                .max(Comparator.comparingInt(items -> items.prefix.length()))
                .orElse(NONE);
    }

    private static Stream<String> prefixes(String cell) {
        Matcher names = PREFIXES.matcher(cell);
        Stream.Builder<String> found = Stream.builder();
        int end = 0;
        while (names.find() && names.start() == end) {
            end = names.end();
            found.add(cell.substring(0, end));
        }
        return found.build();
    }

    private boolean have(List<String> header, Meaning meaning, Set<Column> columns) {
        return header.stream()
                .filter(this::contain)
                .anyMatch(cell -> columns.stream().anyMatch(column -> meaning.mayBe(nameOf(cell), column)));
    }

    /** Whether a cell of the header belongs to an item. */
    boolean contain(String cell) {
        return !prefix.isEmpty() && cell.startsWith(prefix);
    }

    /** What the column of an item is called there. */
    String nameOf(String cell) {
        return cell.substring(prefix.length());
    }

    /** Whether the name of the list may say something about this column: {@code line_items.name} is the name of an item. */
    static boolean areOf(Column column) {
        return OF_ITEMS.contains(column) || OF_MONEY.contains(column);
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
        boolean ofItem = areOf(column);
        return !prefix.isEmpty()
                && contain(cell) != ofItem
                && (OF_MONEY.contains(column) || others.anyMatch(other -> contain(other) == ofItem));
    }
}
