package org.salesetl.layout;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Column;
import org.salesetl.text.Text;

/**
 * Fills the blank cells that mean "as above" on the further lines of an order. A line goes on with the order above if it names the
 * same order, or none. The lines of an order are neighbours, so one line is remembered.
 */
final class CarryDown implements Serializable {

    /** The places of the cells that are carried down. */
    private final Set<Integer> places = new TreeSet<>();

    private @Nullable String order;
    private List<String> above = List.of();

    CarryDown(Layout layout) {
        Set<Column> carried = layout.mapping().carryDown();
        layout.columns().forEach((column, cells) -> {
            if (carried.contains(column)) {
                places.addAll(cells.places());
            }
        });
        // an amount of a whole order is on its first line alone, and must not be carried to the others
        if (carried.contains(Column.STATUS)) {
            layout.mapping()
                    .status()
                    .forEach(rule -> layout.table().place(rule.column()).ifPresent(places::add));
        }
    }

    /**
     * The cells with those filled that mean "as above"; the same cells if none does.
     *
     * @param cells the cells as they are in the file
     * @param known the values of the known columns in these cells
     */
    List<String> fill(List<String> cells, Map<Column, String> known) {
        if (cells.stream().allMatch(Text::isBlank)) {
            return cells;
        }
        String named = known.get(Column.ORDER_ID);
        boolean goesOn = !above.isEmpty() && (named == null || named.equals(order));
        List<String> filled = goesOn ? Filling.of(cells, above, places) : cells;
        order = named == null ? order : named;
        above = filled;
        return filled;
    }
}
