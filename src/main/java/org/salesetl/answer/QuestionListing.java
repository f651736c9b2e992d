package org.salesetl.answer;

import java.util.List;

/**
 * Open questions.
 *
 * @param questions the oldest first
 * @param total how many there are in all
 */
public record QuestionListing(List<StoredQuestion> questions, long total) {

    /** The same questions for somebody who may not see what is in the files. */
    QuestionListing masked() {
        return new QuestionListing(
                questions.stream().map(StoredQuestion::masked).toList(), total);
    }

    /** The questions in JSON. */
    Listed listed() {
        return new Listed(questions.stream().map(StoredQuestion::view).toList(), total);
    }

    /** The listing in JSON. */
    record Listed(List<StoredQuestion.View> questions, long total) {}
}
