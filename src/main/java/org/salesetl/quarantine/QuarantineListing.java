package org.salesetl.quarantine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.quarantine.QuarantineEntries.FaultJson;

/**
 * Quarantined rows as JSON and pages show them.
 *
 * @param total the number of all rows that match, without limit and offset
 */
public record QuarantineListing(List<Entry> rows, long total) {

    /**
     * One row.
     *
     * @param file the name of the file that the row came from
     * @param line the line of that file on which the row starts
     * @param reasons what is wrong with the row or what the row waits for; the first reason counts
     * @param raw the row as it stands in the file
     * @param amount the revenue of the sale in the row; null if the row does not tell
     * @param originalCurrency the code of the currency of the row, if it is another one than that of the warehouse; else null
     * @param originalAmount the revenue in that currency; null if the row does not tell
     * @param since when the row came into the quarantine
     * @param settledBy the file that settled the row: it brought the corrected row, or what the row waited for; null if there is none
     * @param settledLine the line of the corrected row in that file; null if there is none
     * @param note why the row was dismissed; null if it was not dismissed
     * @param fields the cells with the names of their columns
     */
    public record Entry(
            long id,
            String file,
            int line,
            String kind,
            String status,
            List<FaultJson> reasons,
            String raw,
            @Nullable BigDecimal amount,
            @Nullable String originalCurrency,
            @Nullable BigDecimal originalAmount,
            Instant since,
            @Nullable String settledBy,
            @Nullable Integer settledLine,
            @Nullable String note,
            List<Field> fields) {}

    /** A cell with the name of its column, as the file has it. */
    public record Field(String column, String value) {}
}
