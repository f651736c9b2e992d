package org.salesetl.quarantine;

import java.math.BigDecimal;
import java.util.Objects;
import org.salesetl.SqlRow;

/**
 * The sales in the quarantine that may belong to a slice.
 *
 * @param sales the number of sales
 * @param revenue the revenue of these sales, as far as their rows tell
 */
public record WaitingRevenue(long sales, BigDecimal revenue) {

    /** The row of {@code sum-of-slice.sql}. */
    static WaitingRevenue of(SqlRow row) {
        return new WaitingRevenue(row.longInteger("row_count"), Objects.requireNonNull(row.decimalOrNull("amount")));
    }
}
