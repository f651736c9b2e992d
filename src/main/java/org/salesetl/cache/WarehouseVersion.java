package org.salesetl.cache;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;

/**
 * A state of the warehouse. Each load, and each reload, that changes a customer, a product, a sale or the quarantine enters a file into
 * the ledger in the same transaction. A dismissal changes only the quarantine, and has a number of its own; so have a customer who was
 * forgotten, and a reload that finds no file any more. So the warehouse has not changed while all of these are the same.
 *
 * @param file the newest loaded file; 0 if there is none
 * @param loadedAt when the newest file was loaded; null if there is none. A new database, or an older copy of the database, uses the
 *     same numbers of files again, but not with the same time.
 * @param dismissal the newest dismissal; 0 if there is none
 * @param forgotten the customer who was forgotten last; 0 if there is none
 * @param reload the reload that has succeeded last, which may have found no file any more; 0 if there is none
 * @param day the calendar day of the service: the same data may say something else a day later, because a period is over
 */
public record WarehouseVersion(
        int file, @Nullable Instant loadedAt, int dismissal, int forgotten, int reload, LocalDate day) {

    /** A short text that no other version has. */
    public String label() {
        return file + "." + (loadedAt == null ? 0 : loadedAt.toEpochMilli()) + "." + dismissal + "." + forgotten + "."
                + reload + "." + day;
    }

    /** The version in the row of {@code select-version.sql}. */
    static WarehouseVersion of(Map<String, Object> columns, LocalDate day) {
        SqlRow row = new SqlRow(columns);
        boolean isEmpty = row.textOrNull("file_id") == null;
        return new WarehouseVersion(
                isEmpty ? 0 : row.integer("file_id"),
                isEmpty ? null : row.timeOrNull("loaded_at"),
                row.integer("dismissal_id"),
                row.integer("forgotten_id"),
                row.integer("reload_id"),
                day);
    }
}
