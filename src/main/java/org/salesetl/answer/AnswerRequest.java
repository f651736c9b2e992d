package org.salesetl.answer;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;

/**
 * Answers to the questions of one file.
 *
 * @param file the number of the file in the ledger; null if its name is given
 * @param name the name of the file; null if its number is given
 * @param answers the answers, by the numbers of the questions
 * @param suggestedOtherwise whether the other questions are answered with what is suggested
 */
public record AnswerRequest(
        @Nullable Integer file, @Nullable String name, Map<Integer, String> answers, boolean suggestedOtherwise)
        implements SqlParameters {

    public AnswerRequest {
        answers = Map.copyOf(answers);
    }

    /** The file in words. */
    String words() {
        return file == null ? String.valueOf(name) : "file " + file;
    }

    /** The parameters of the statements that find the questions of the file. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return new GuestQuery(null, file, name).parameters();
    }
}
