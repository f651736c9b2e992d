package org.salesetl.json;

import java.util.List;

/**
 * A table that can be made of a document.
 *
 * <p>In {@code {"orders": [{"id": 7, "lines": [{"sku": "A"}]}]}}, {@code orders} is a list of objects by itself, and {@code lines} is a list in
 * each of them. The table with the base {@code orders} and the rows {@code lines} has a row for each line, with the columns {@code id} and
 * {@code lines[].sku}.
 *
 * @param base the fields that lead from the root to the list of the objects; empty if the objects are the roots themselves, or stand in
 *     a list that is the root
 * @param rows the fields that lead from an object to the list in it that has a row for each item; empty if each object is a row
 */
public record JsonTable(List<String> base, List<String> rows) {

    public JsonTable {
        base = List.copyOf(base);
        rows = List.copyOf(rows);
    }

    /** The name of the list that has a row for each item; {@code rows} where the list has none. */
    public String name() {
        if (!rows.isEmpty()) {
            return String.join(".", rows);
        }
        return base.isEmpty() ? "rows" : String.join(".", base);
    }
}
