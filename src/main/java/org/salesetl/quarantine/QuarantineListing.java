package org.salesetl.quarantine;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.quarantine.QuarantineEntries.FaultJson;

/**
 * Quarantined rows as JSON and pages show them.
 *
 * @param total how many there are without limit and offset
 */
public record QuarantineListing(List<Entry> rows, long total) {

    /**
     * One row.
     *
     * @param file the name of the file it came from
     * @param line the line on which it starts there
     * @param reasons what is wrong with it or what it waits for, the first counts
     * @param raw the row as it stands in the file
     * @param amount the revenue that waits in it, as far as the row tells; null if it does not
     * @param since when it came here
     * @param settledBy the file that brought it corrected, or what it waited for; null if none has
     * @param settledLine the line of that file; null if it is about no line
     * @param note why it was dismissed; null if it was not
     * @param fields its cells by their columns
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
            Instant since,
            @Nullable String settledBy,
            @Nullable Integer settledLine,
            @Nullable String note,
            List<Field> fields) {}

    /** A cell of a row as it came, by its column. */
    public record Field(String column, String value) {}
}
