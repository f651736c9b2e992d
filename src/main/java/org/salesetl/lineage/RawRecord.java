package org.salesetl.lineage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was dropped.
 *
 * @param file the file's name
 * @param fileId its number in the ledger
 * @param runId the run that loaded it
 * @param line the line on which the record starts
 * @param archivedAs where the file is in the archive
 * @param loadedAt when it was loaded
 * @param raw the record without its line end
 * @param fields its cells by their columns
 */
record RawRecord(
        String file,
        int fileId,
        int runId,
        int line,
        String archivedAs,
        @Nullable Instant loadedAt,
        String raw,
        List<Field> fields) {

    /** A cell by its column. */
    record Field(String column, String value) {}
}
