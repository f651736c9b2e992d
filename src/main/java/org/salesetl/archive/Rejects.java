package org.salesetl.archive;

import java.io.IOException;
import org.salesetl.inbox.FileNames;
import org.salesetl.sql.SqlRow;
import org.springframework.stereotype.Component;

/** Writes the rejected rows of loaded files beside them, as {@code name.rejects.csv}. */
@Component
public class Rejects {

    private final Archive archive;

    Rejects(Archive archive) {
        this.archive = archive;
    }

    /**
     * Begins the file of rejects beside an archived file.
     *
     * @param fileId the number of the archived file in the ledger
     * @param header {@code header} and {@code delimiter} of the archived file, and {@code numbered}: whether any of its
     *     rejected rows has an {@code occurrence}
     */
    public RejectsCsv begin(String archivedAs, int fileId, SqlRow header) throws IOException {
        return RejectsCsv.begin(FileNames.rejectsBeside(archive.resolve(archivedAs)), fileId, header);
    }
}
