package org.salesetl.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;

/**
 * What is old enough to be deleted.
 *
 * @param items how many files or rows
 * @param bytes how much room they take; for rows an estimate of the database
 * @param oldest when the oldest came, or was settled; null if there is none
 */
record Found(long items, long bytes, @Nullable Instant oldest) {

    /** Of a row of {@code items}, {@code bytes} and {@code oldest}. */
    static Found of(SqlRow row) {
        return new Found(row.longInteger("items"), row.longInteger("bytes"), row.timeOrNull("oldest"));
    }
}
