package org.salesetl.layout;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a file does not tell, so that somebody has to say it before the file loads.
 *
 * @param topic what it is about
 * @param text the question, in words for people
 * @param evidence the cells that raise it
 * @param choices the possible answers; more are possible only for a question about all columns
 * @param suggested the answer that is safe to suggest; null if none is
 */
public record Question(
        Topic topic,
        String text,
        List<Evidence> evidence,
        List<Choice> choices,
        @Nullable String suggested) {

    public Question {
        evidence = List.copyOf(evidence);
        choices = List.copyOf(choices);
    }

    /**
     * A cell that raises the question.
     *
     * @param line the line on which its record starts
     * @param column the header's cell
     * @param value the cell
     * @param guess what the column may be; null if nobody asks that, or if there is no guess
     */
    @JsonInclude(Include.NON_NULL)
    public record Evidence(
            int line, String column, String value, @Nullable Guess guess) {

        /** A cell whose column means what it means. */
        public Evidence(int line, String column, String value) {
            this(line, column, value, null);
        }
    }

    /**
     * What a column of a file may be.
     *
     * @param column the label of our column
     * @param why why, in a few words for people
     */
    public record Guess(String column, String why) {}

    /**
     * A possible answer.
     *
     * @param answer the answer as data
     * @param label the answer in words
     */
    public record Choice(String answer, String label) {}

    /** The same question, where another answer is suggested. */
    Question suggesting(String answer) {
        return new Question(topic, text, evidence, choices, answer);
    }

    /** The same question with one more sentence. */
    Question adding(String sentence) {
        return new Question(topic, text + " " + sentence, evidence, choices, suggested);
    }

    /** The answer to assume while the question is open: the suggested one, else the first; empty if there is none to choose. */
    public Optional<String> assumed() {
        return Optional.ofNullable(suggested)
                .or(() -> choices.stream().map(Choice::answer).findFirst());
    }
}
