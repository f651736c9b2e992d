package org.salesetl.layout;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlRow;
import org.salesetl.vocabulary.Acceptance;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.vocabulary.Subject;

/**
 * What people have answered for files with the same columns.
 *
 * @param bySubject the answer about each subject; subjects without an answer are left out
 */
public record Answers(Map<Subject, String> bySubject) {

    /** Nobody has answered anything. */
    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        bySubject = Map.copyOf(bySubject);
    }

    /** The answers in rows of {@code about} and {@code answer}. */
    public static Answers of(List<SqlRow> rows) {
        Map<Subject, String> answers = new EnumMap<>(Subject.class);
        rows.forEach(row -> answers.put(Labelled.of(Subject.class, row.text("about")), row.text("answer")));
        return new Answers(answers);
    }

    /** The answer about a subject; null if nobody has given one. */
    public @Nullable String about(Subject subject) {
        return bySubject.get(subject);
    }

    /** Whether somebody has accepted rows of this kind. */
    public boolean accept(Subject subject) {
        return Acceptance.ACCEPT.label().equals(about(subject));
    }
}
