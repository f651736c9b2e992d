package org.salesetl.dashboard;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;

/**
 * The totals of the warehouse.
 *
 * @param dates the first and the last day with a sale; null if there is no sale
 */
record Totals(
        long customers,
        long products,
        long sales,
        BigDecimal revenue,
        @Nullable DateRange dates) {

    /** The totals in the row of {@code select-totals.sql}. */
    static Totals of(SqlRow row, LocalDate today) {
        return new Totals(
                row.longInteger("customers"),
                row.longInteger("products"),
                row.longInteger("sales"),
                requireNonNullElse(row.decimalOrNull("revenue"), BigDecimal.ZERO),
                DateRange.of(row, today));
    }
}
