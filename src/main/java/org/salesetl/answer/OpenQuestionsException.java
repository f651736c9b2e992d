package org.salesetl.answer;

import java.util.List;
import org.salesetl.web.ConflictException;

/** Some questions of a file have no answer yet. */
class OpenQuestionsException extends ConflictException {

    private static final long serialVersionUID = 1L;

    private final transient List<StoredQuestion.View> open;

    OpenQuestionsException(List<StoredQuestion.View> open) {
        super("Expected an answer to each question, but " + open.size() + (open.size() == 1 ? " is" : " are")
                + " open, and nothing is safe to suggest");
        this.open = open;
    }

    @Override
    public Object details() {
        return open;
    }
}
