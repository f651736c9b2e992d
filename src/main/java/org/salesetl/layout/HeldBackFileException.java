package org.salesetl.layout;

import java.util.List;
import java.util.stream.Collectors;

/** The file waits for answers; the message has all its questions. */
public class HeldBackFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Question> questions;

    public HeldBackFileException(List<Question> questions) {
        super(questions.stream().map(Question::text).collect(Collectors.joining(" ")));
        this.questions = List.copyOf(questions);
    }

    /** Everything that somebody has to answer. */
    public List<Question> questions() {
        return questions;
    }
}
