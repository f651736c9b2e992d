package org.salesetl.quarantine;

import java.math.BigDecimal;
import java.util.Objects;
import org.salesetl.sql.SqlRow;

/**
 * The sales in the quarantine that belong to a slice, as far as their rows tell.
 *
 * @param sales the number of sales that are known to belong to the slice
 * @param revenue the revenue of these sales
 * @param possibleSales the number of sales that may belong to the slice: their rows do not tell the day, customer or product
 * @param possibleRevenue the revenue of the sales that may belong to the slice
 */
public record WaitingRevenue(long sales, BigDecimal revenue, long possibleSales, BigDecimal possibleRevenue) {

    /** The row of {@code sum-of-slice.sql}. */
    static WaitingRevenue of(SqlRow row) {
        return new WaitingRevenue(
                row.longInteger("row_count"),
                Objects.requireNonNull(row.decimalOrNull("amount")),
                row.longInteger("possible_count"),
                Objects.requireNonNull(row.decimalOrNull("possible_amount")));
    }
}
