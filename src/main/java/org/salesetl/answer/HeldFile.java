package org.salesetl.answer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;

/**
 * A file that waited for an answer.
 *
 * @param id the number of the file in the ledger
 * @param archivedAs the path of the file in the archive
 */
record HeldFile(int id, String archivedAs) implements SqlParameters {

    /** The files in the rows of {@code select-held-files.sql}. */
    static List<HeldFile> of(List<SqlRow> rows) {
        return rows.stream()
                .map(row -> new HeldFile(row.integer("file_id"), row.text("archived_as")))
                .toList();
    }

    /** The parameters of the statements about the file. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of("heldFileId", id);
    }
}
