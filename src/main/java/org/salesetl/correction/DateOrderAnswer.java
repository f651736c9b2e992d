package org.salesetl.correction;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.web.NotFoundException;

/**
 * The answer to the question whether the day or the month comes first in the dates of a file.
 *
 * @param fileId the file's number in the ledger
 * @param dateOrder the label of the order of day and month
 */
record DateOrderAnswer(int fileId, String dateOrder) implements SqlParameters {

    /**
     * Makes sure that the file had a question.
     *
     * @param answered the number of files that have got the answer
     * @throws NotFoundException if there are none
     */
    void requireQuestion(int answered) {
        if (answered == 0) {
            throw new NotFoundException("There is no file " + fileId + " that waits for an answer");
        }
    }

    /** The parameters of all statements about the answer. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of("fileId", fileId, "dateOrder", dateOrder);
    }
}
