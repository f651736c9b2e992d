package org.salesetl.check;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.ledger.Part;
import org.salesetl.sql.SqlRow;

/**
 * Rows of a file that would not load for one reason.
 *
 * @param status {@code rejected}; {@code parked} if they would wait; {@code left_out} if they are no sale
 * @param reason the code of the reason
 * @param rows how many rows
 * @param amount the revenue of these rows, as far as they tell
 * @param originalAmount the money of these rows in another currency, which nobody can convert yet; null if there is none
 * @param originalCurrency the currency of that money; null if there is none
 * @param line the line of the first of them; 0 if that is not known
 * @param example what is wrong with that row; null if the code says it all
 */
public record Loss(
        String status,
        String reason,
        long rows,
        BigDecimal amount,
        @Nullable BigDecimal originalAmount,
        @Nullable String originalCurrency,
        int line,
        @Nullable String example) {

    /** The loss in a row of {@code select-losses.sql}. */
    static Loss of(SqlRow row) {
        return new Loss(
                row.text("status"),
                row.text("reason"),
                row.longInteger("row_count"),
                row.decimal("amount"),
                row.decimalOrNull("original_amount"),
                row.textOrNull("original_currency"),
                row.integer("line"),
                row.textOrNull("example"));
    }

    /** The same without what is wrong with one row: that says what is in the row. */
    Loss withoutExample() {
        return new Loss(status, reason, rows, amount, originalAmount, originalCurrency, line, null);
    }

    /** The rows that are no sale for one reason. */
    static Loss ofLeftOut(Map.Entry<String, Part> rows) {
        return new Loss(
                "left_out",
                rows.getKey(),
                rows.getValue().rows(),
                rows.getValue().revenue(),
                null,
                null,
                0,
                null);
    }
}
