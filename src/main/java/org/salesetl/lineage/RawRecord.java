package org.salesetl.lineage;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was dropped.
 *
 * @param file the name of the file
 * @param fileId the number of the file in the ledger
 * @param runId the run that loaded the file
 * @param line the line on which the record starts
 * @param archivedAs the path of the file in the archive
 * @param loadedAt when the file was loaded; null if that is not known
 * @param raw the record without its line end
 * @param fields the cells with the names of their columns
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

    /** A cell with the name of its column. */
    record Field(String column, String value) {}
}
