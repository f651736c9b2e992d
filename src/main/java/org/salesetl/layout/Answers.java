package org.salesetl.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;
import org.salesetl.vocabulary.Acceptance;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.vocabulary.Subject;

/**
 * What people have answered for files with the same columns.
 *
 * @param byTopic the answer on each topic; topics without an answer are left out
 */
public record Answers(Map<Topic, String> byTopic) {

    /** Nobody has answered anything. */
    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        byTopic = Map.copyOf(byTopic);
    }

    /** The answers in rows of {@code about}, {@code detail} and {@code answer}. */
    public static Answers of(List<SqlRow> rows) {
        Map<Topic, String> answers = new HashMap<>();
        rows.forEach(row -> answers.put(
                new Topic(Labelled.of(Subject.class, row.text("about")), row.text("detail")), row.text("answer")));
        return new Answers(answers);
    }

    /** One answer. */
    public static Answers of(Subject about, String answer) {
        return NONE.and(Topic.of(about), answer);
    }

    /** The same answers and one more; an earlier one on the topic no longer counts. */
    public Answers and(Topic topic, String answer) {
        Map<Topic, String> more = new HashMap<>(byTopic);
        more.put(topic, answer);
        return new Answers(more);
    }

    /** The same answers, except the one on a topic. */
    Answers without(Topic topic) {
        Map<Topic, String> less = new HashMap<>(byTopic);
        less.remove(topic);
        return new Answers(less);
    }

    /** The answer on a topic; null if nobody has given one. */
    public @Nullable String about(Topic topic) {
        return byTopic.get(topic);
    }

    /** The answer about a subject as a whole; null if nobody has given one. */
    public @Nullable String about(Subject subject) {
        return about(Topic.of(subject));
    }

    /** Whether somebody has accepted rows of this kind. */
    public boolean accept(Subject subject) {
        return Acceptance.ACCEPT.label().equals(about(subject));
    }
}
