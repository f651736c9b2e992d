package org.salesetl.cache;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlRow;

/**
 * A state of the warehouse. Whatever changes a customer, a product, a sale or the quarantine enters a loaded file into the
 * ledger in the same transaction, a reload too: as long as that file is the newest, nothing has changed. A dismissal,
 * which changes the quarantine alone, counts too.
 *
 * @param file the newest loaded file; 0 if there is none
 * @param loadedAt when it was loaded, null if there is none. In a database that was made anew, or is an older copy, numbers
 *     of files come again, but not at the same time.
 * @param dismissal the newest dismissal; 0 if there is none
 */
public record WarehouseVersion(int file, @Nullable Instant loadedAt, int dismissal) {

    /** Tells this version from every other one, in a word. */
    public String label() {
        return file + "." + (loadedAt == null ? 0 : loadedAt.toEpochMilli()) + "." + dismissal;
    }

    /** The version in the row of {@code select-version.sql}. */
    static WarehouseVersion of(Map<String, Object> columns) {
        SqlRow row = new SqlRow(columns);
        return row.textOrNull("file_id") == null
                ? new WarehouseVersion(0, null, row.integer("dismissal_id"))
                : new WarehouseVersion(
                        row.integer("file_id"), row.timeOrNull("loaded_at"), row.integer("dismissal_id"));
    }
}
