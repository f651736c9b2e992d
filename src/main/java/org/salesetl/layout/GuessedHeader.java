package org.salesetl.layout;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.salesetl.mapping.Column;

/**
 * A header that no mapping knows.
 *
 * @param cells its cells as they are in the file
 * @param columns the columns of ours for which there is a guess
 */
public record GuessedHeader(List<String> cells, Set<Column> columns) {

    private static final List<Set<Column>> THINGS = List.of(
            EnumSet.of(Column.ORDER_DATE),
            EnumSet.of(Column.CUSTOMER_ID, Column.CUSTOMER_NAME, Column.EMAIL),
            EnumSet.of(Column.PRODUCT_ID, Column.PRODUCT_NAME),
            EnumSet.of(Column.QUANTITY),
            EnumSet.of(Column.PRICE, Column.AMOUNT));

    public GuessedHeader {
        cells = List.copyOf(cells);
        columns = Set.copyOf(columns);
    }

    /** For how many columns of ours there is a guess. */
    public int guessed() {
        return columns.size();
    }

    /** How many of the things that a row of sales tells there are: when, to whom, what, how many and for how much. */
    public int things() {
        return (int) THINGS.stream()
                .filter(thing -> thing.stream().anyMatch(columns::contains))
                .count();
    }
}
