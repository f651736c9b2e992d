package org.salesetl.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Question;

/**
 * A question that a file waits for.
 *
 * @param headerHash the hash of the file's kind and columns; the answer counts for all files with the same
 * @param question the question
 * @param effects what each choice would make of the file, in the order of the choices; null where that could not be found out
 */
public record OpenQuestion(String headerHash, Question question, List<@Nullable Effect> effects) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A choice of the question, as it is kept.
     *
     * @param answer the answer as data
     * @param label the answer in words
     * @param effect what the answer would make of the file; null if that could not be found out
     */
    public record WeighedChoice(
            String answer, String label, @Nullable Effect effect) {}

    /** The choices, each with its effect. */
    public List<WeighedChoice> choices() {
        List<Question.Choice> choices = question.choices();
        return IntStream.range(0, choices.size())
                .mapToObj(i -> new WeighedChoice(
                        choices.get(i).answer(), choices.get(i).label(), effects.get(i)))
                .toList();
    }

    /** Parameters of the statements that keep the question. */
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("headerHash", headerHash);
        parameters.put("about", question.topic().about().label());
        parameters.put("detail", question.topic().detail());
        parameters.put("question", question.text());
        parameters.put("evidence", json(question.evidence()));
        parameters.put("choices", json(choices()));
        parameters.put("suggested", question.suggested());
        return parameters;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A question can always be written", e);
        }
    }
}
