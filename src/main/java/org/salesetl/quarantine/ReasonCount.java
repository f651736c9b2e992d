package org.salesetl.quarantine;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import org.salesetl.sql.SqlRow;

/**
 * The number of quarantined rows with the same status and the same first reason.
 *
 * @param status rejected or parked
 * @param reason the code of the reason
 * @param rows the number of rows
 * @param amount the revenue of the sales in these rows, as far as the rows tell
 */
public record ReasonCount(String status, String reason, long rows, BigDecimal amount) {

    /** The counts in the rows of {@code count-by-reason.sql}. */
    public static List<ReasonCount> of(List<SqlRow> counts) {
        return counts.stream()
                .map(row -> new ReasonCount(
                        row.text("status"),
                        row.text("reason"),
                        row.longInteger("row_count"),
                        requireNonNull(row.decimalOrNull("amount"))))
                .toList();
    }
}
