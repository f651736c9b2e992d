package org.salesetl.retention;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;
import org.salesetl.vocabulary.Labelled;

/**
 * An announcement of what will be deleted, or has been.
 *
 * @param olderThan what came, or was settled, before this
 * @param dueOn the first day on which it is deleted
 * @param items how many files or rows
 * @param bytes how much room they take; for rows an estimate of the database
 * @param oldest when the oldest of them came, or was settled; null if that is not known
 * @param deletedItems how many are gone so far
 * @param withdrawn whether the settings want nothing deleted any more
 * @param finishedAt when all were gone, or the announcement was withdrawn; null if it stands
 */
record Notice(
        int id,
        Subject subject,
        Instant olderThan,
        Instant announcedAt,
        LocalDate dueOn,
        long items,
        long bytes,
        @Nullable Instant oldest,
        long deletedItems,
        boolean withdrawn,
        @Nullable Instant finishedAt) {

    /** Of a row of {@code select-notices.sql}. */
    static Notice of(SqlRow row) {
        return new Notice(
                row.integer("notice_id"),
                Labelled.of(Subject.class, row.text("subject")),
                row.time("older_than"),
                row.time("announced_at"),
                LocalDate.parse(row.text("due_on")),
                row.longInteger("items"),
                row.longInteger("bytes"),
                row.timeOrNull("oldest"),
                row.longInteger("deleted_items"),
                row.isTrue("withdrawn"),
                row.timeOrNull("finished_at"));
    }

    /** Whether nothing has come of it yet. */
    boolean isPending() {
        return finishedAt == null;
    }
}
