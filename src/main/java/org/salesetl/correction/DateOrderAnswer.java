package org.salesetl.correction;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.web.NotFoundException;

/**
 * What somebody says of the dates in a file.
 *
 * @param fileId the file's number in the ledger
 * @param dateOrder the label of the order of day and month
 */
record DateOrderAnswer(int fileId, String dateOrder) implements SqlParameters {

    /** Makes sure that the file had a question. */
    void requireQuestion(int answered) {
        if (answered == 0) {
            throw new NotFoundException("There is no file " + fileId + " that waits for an answer");
        }
    }

    /** Everything that statements about the answer ask for. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of("fileId", fileId, "dateOrder", dateOrder);
    }
}
