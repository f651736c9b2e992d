package org.salesetl.check;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlRow;
import org.salesetl.layout.LeftOut;
import org.salesetl.ledger.Part;
import org.salesetl.validation.Reason;
import org.salesetl.vocabulary.Labelled;

/**
 * Rows of a file that would not load for one reason.
 *
 * @param status {@code rejected}; {@code parked} if they would wait; {@code left_out} if they are no sale
 * @param reason the code of the reason
 * @param sentence the reason in words
 * @param rows how many rows
 * @param amount the revenue of these rows, as far as they tell
 * @param line the line of the first of them; 0 if that is not known
 * @param example what is wrong with that row; null if the code says it all
 */
public record Loss(
        String status,
        String reason,
        String sentence,
        long rows,
        BigDecimal amount,
        int line,
        @Nullable String example) {

    /** The loss in a row of {@code select-losses.sql}. */
    static Loss of(SqlRow row) {
        String reason = row.text("reason");
        return new Loss(
                row.text("status"),
                reason,
                Labelled.of(Reason.class, reason).sentence(),
                row.longInteger("row_count"),
                row.decimal("amount"),
                row.integer("line"),
                row.textOrNull("example"));
    }

    /** The rows that are no sale for one reason. */
    static Loss ofLeftOut(Map.Entry<String, Part> rows) {
        return new Loss(
                "left_out",
                rows.getKey(),
                Labelled.of(LeftOut.Why.class, rows.getKey()).sentence(),
                rows.getValue().rows(),
                rows.getValue().revenue(),
                0,
                null);
    }
}
