package org.salesetl.leftout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file that are no sale, as JSON and pages show them.
 *
 * @param file the name of the file
 * @param fileId the number of the file in the ledger
 * @param runId the run that loaded the file
 * @param total how many rows there are without limit and offset
 * @param deletedAt when retention has deleted the rows; null if it has not
 */
public record LeftOutListing(
        String file,
        int fileId,
        int runId,
        List<Entry> rows,
        long total,
        @Nullable Instant deletedAt) {

    /**
     * One row.
     *
     * @param line the line on which the row starts
     * @param why the kind of row
     * @param sentence the kind of row in words
     * @param column the column that tells; null if no single column does
     * @param value what stands there; null if no single cell tells
     * @param outcome {@code withdrawn} if the row took a sale out of the facts, else {@code left_out}
     * @param revenue the revenue that left the facts, or that the sale would have; null if the row does not tell
     * @param originalCurrency the code of the currency of the row, if it is another one than that of the warehouse; else null
     * @param originalAmount what the sale would bring in that currency; null if the row does not tell
     * @param raw the row as it stands in the file, at most its first 4,000 characters
     */
    public record Entry(
            int line,
            String why,
            String sentence,
            @Nullable String column,
            @Nullable String value,
            String outcome,
            @Nullable BigDecimal revenue,
            @Nullable String originalCurrency,
            @Nullable BigDecimal originalAmount,
            String raw) {}
}
