package org.salesetl.lineage;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;
import org.salesetl.vocabulary.Quantity;

/**
 * The sums over the sales behind a number.
 *
 * @param sales the number of sales
 * @param quantity the units of all sales
 * @param revenue the revenue of all sales
 * @param cost the cost of the sales whose cost is known; null if none is
 */
public record FactTotals(
        long sales,
        Quantity quantity,
        BigDecimal revenue,
        @Nullable BigDecimal cost) {

    /** More sales would keep the server busy for seconds. */
    private static final long MOST_SALES = 1_000_000;

    /** The sums in the row of {@code sum-facts.sql}; null if there are too many sales to sum them up. */
    static @Nullable FactTotals of(SqlRow row) {
        long sales = row.longInteger("sales");
        return sales > MOST_SALES
                ? null
                : new FactTotals(
                        sales,
                        row.quantity("quantity"),
                        requireNonNull(row.decimalOrNull("revenue")),
                        row.decimalOrNull("cost"));
    }
}
