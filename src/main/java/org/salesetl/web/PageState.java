package org.salesetl.web;

import org.jspecify.annotations.Nullable;
import org.salesetl.cache.WarehouseVersion;
import org.salesetl.sql.SqlRow;

/**
 * The state of everything that pages show. A page that was made in another state is out of date.
 *
 * @param newestRun the number of the newest run; null if there is none
 * @param runningRun the number of the current run; null if there is none
 * @param newestFile the number of the newest file in the ledger, whatever became of it; null if there is none
 * @param questions the number of questions that files wait for
 */
public record PageState(
        @Nullable Integer newestRun,
        @Nullable Integer runningRun,
        @Nullable Integer newestFile,
        long questions) {

    /** The state in the row of {@code select-state.sql}, without the questions. */
    static PageState of(SqlRow row) {
        return new PageState(
                row.integerOrNull("newest_run"), row.integerOrNull("running_run"), row.integerOrNull("newest_file"), 0);
    }

    /** The same state with the number of questions. */
    PageState withQuestions(long open) {
        return new PageState(newestRun, runningRun, newestFile, open);
    }

    /** A short text that no other state has. */
    public String label(WarehouseVersion version) {
        return String.join(
                "/",
                version.label(),
                String.valueOf(newestRun),
                String.valueOf(runningRun),
                String.valueOf(newestFile),
                String.valueOf(questions));
    }
}
