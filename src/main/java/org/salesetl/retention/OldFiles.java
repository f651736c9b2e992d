package org.salesetl.retention;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.salesetl.archive.Archive;
import org.salesetl.sql.SqlRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes old files of the archive: first the files, then the transaction notes in the ledger that they are gone. If the process dies in
 * between, the next night finds the entries again, and notes it then; a reload refuses either way.
 */
final class OldFiles implements OldThings {

    private static final Logger log = LoggerFactory.getLogger(OldFiles.class);
    private static final int MOST_FILES = 100;

    private final RetentionStatements statements;
    private final Archive archive;

    OldFiles(RetentionStatements statements, Archive archive) {
        this.statements = statements;
        this.archive = archive;
    }

    @Override
    public Subject subject() {
        return Subject.ARCHIVE;
    }

    @Override
    public Found look(Instant olderThan) {
        return statements.look("retention/look-at-files", Map.of("after", 0L, "firstKept", firstKept(olderThan)));
    }

    @Override
    public Batches begin(Instant olderThan) {
        long firstKept = firstKept(olderThan);
        return new Batches() {
            private long after;
            private boolean done;

            @Override
            public long deleteSome() {
                List<SqlRow> files = statements.rows(
                        "retention/select-old-files",
                        Map.of("after", after, "firstKept", firstKept, "most", MOST_FILES));
                long deleted = 0;
                for (SqlRow file : files) {
                    deleted += delete(file) ? 1 : 0;
                    after = file.longInteger("file_id");
                }
                done = files.isEmpty();
                return deleted;
            }

            @Override
            public boolean isDone() {
                return done;
            }
        };
    }

    /** Whether the file is gone now and nobody had noted it. A file that cannot be deleted is announced again. */
    private boolean delete(SqlRow file) {
        String archivedAs = file.text("archived_as");
        try {
            archive.delete(archivedAs);
        } catch (IOException e) {
            log.warn("The archived file {} stays, because it cannot be deleted: {}", archivedAs, e.toString());
            return false;
        }
        return statements.update(
                        "retention/mark-deleted-file", Map.of("sha256", file.text("sha256"), "archivedAs", archivedAs))
                > 0;
    }

    private long firstKept(Instant olderThan) {
        return statements.find("retention/find-first-kept-file", olderThan);
    }
}
