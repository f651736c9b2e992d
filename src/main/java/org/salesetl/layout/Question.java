package org.salesetl.layout;

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
     */
    public record Evidence(int line, String column, String value) {}

    /**
     * A possible answer.
     *
     * @param answer the answer as data
     * @param label the answer in words
     */
    public record Choice(String answer, String label) {}

    /** The answer to assume while the question is open: the suggested one, else the first; empty if there is none to choose. */
    public Optional<String> assumed() {
        return Optional.ofNullable(suggested)
                .or(() -> choices.stream().map(Choice::answer).findFirst());
    }
}
