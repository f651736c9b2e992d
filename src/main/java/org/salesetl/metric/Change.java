package org.salesetl.metric;

import java.math.BigDecimal;
import java.util.List;
import org.salesetl.sql.SqlRow;

/**
 * A customer, product or category whose revenue has changed.
 *
 * @param id the id of the customer or product, or the name of the category
 * @param change the revenue of the slice less the revenue of the slice before, with two decimals; not zero
 */
public record Change(String id, String name, BigDecimal change) {

    /** The changes in the rows of one of the statements that select the largest changes. */
    static List<Change> of(List<SqlRow> rows) {
        return rows.stream()
                .map(row -> new Change(row.text("id"), row.text("name"), MetricRows.money(row, "change_of_revenue")))
                .toList();
    }
}
