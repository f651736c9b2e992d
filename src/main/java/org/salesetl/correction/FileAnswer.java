package org.salesetl.correction;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.vocabulary.Subject;
import org.salesetl.web.NotFoundException;

/**
 * What somebody says of a file, and of all files with the same columns.
 *
 * @param fileId the file's number in the ledger
 * @param about what the answer is about
 * @param answer one of the answers that the {@link Subject} names
 */
record FileAnswer(int fileId, Subject about, String answer) implements SqlParameters {

    /** Makes sure that the ledger knows the columns of the file. */
    void requireFile(int remembered) {
        if (remembered == 0) {
            throw new NotFoundException("There is no file " + fileId + " whose columns are known");
        }
    }

    /** Everything that statements about the answer ask for. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of("fileId", fileId, "about", about.label(), "answer", answer);
    }
}
