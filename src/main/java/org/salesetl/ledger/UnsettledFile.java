package org.salesetl.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;

/**
 * A file that did not load. No other file of the same name has come since.
 *
 * @param status refused, failed or held
 * @param message what is wrong with the file; null if that is not known
 */
public record UnsettledFile(
        int runId, String name, String status, @Nullable String message, Instant at) {

    /** The files in the rows of {@code select-unsettled-files.sql}. */
    public static List<UnsettledFile> of(List<SqlRow> rows) {
        return rows.stream()
                .map(row -> new UnsettledFile(
                        row.integer("run_id"),
                        row.text("name"),
                        row.text("status"),
                        row.textOrNull("message"),
                        row.time("loaded_at")))
                .toList();
    }
}
