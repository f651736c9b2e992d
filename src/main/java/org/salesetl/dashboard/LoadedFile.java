package org.salesetl.dashboard;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;

/**
 * What has become of a file that somebody wanted to load.
 *
 * @param name its name
 * @param runId the run that took it
 * @param status as in the ledger: {@code loaded}, {@code refused} and so on
 * @param inserted rows that are new
 * @param updated rows that have changed known ones
 * @param missing rows that were rejected or wait
 * @param revenue the revenue of the new rows
 * @param message what there is to say; null if there is nothing
 */
record LoadedFile(
        String name,
        int runId,
        String status,
        long inserted,
        long updated,
        long missing,
        BigDecimal revenue,
        @Nullable String message) {

    /** The file in a row of {@code select-files-after.sql}. */
    static LoadedFile of(SqlRow row) {
        return new LoadedFile(
                row.text("name"),
                row.integer("run_id"),
                row.text("status"),
                row.longInteger("inserted"),
                row.longInteger("updated"),
                row.longInteger("missing"),
                row.decimal("revenue"),
                row.textOrNull("message"));
    }

    /** Whether the file is in the warehouse. */
    public boolean isLoaded() {
        return status.equals("loaded") || status.equals("already_loaded");
    }
}
