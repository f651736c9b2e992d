package org.salesetl.ledger;

import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;

/**
 * The newest run that has claimed a file, without its files.
 *
 * @param status running, succeeded or failed
 */
public record LastRun(int id, String status) {

    /** The run in the row of {@code select-last-run-with-files.sql}; null if there is none. */
    public static @Nullable LastRun of(@Nullable SqlRow row) {
        return row == null ? null : new LastRun(row.integer("run_id"), row.text("status"));
    }
}
