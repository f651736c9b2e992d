package org.salesetl.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.Input;
import org.springframework.stereotype.Component;

/** Reads answers from JSON. */
@Component
class AnswerReader {

    private static final String EXAMPLE =
            "{\"file\": 12, \"answers\": {\"7\": \"day_first\"}, \"otherwise\": \"suggested\"}, or \"name\" instead of \"file\"";
    private static final String SUGGESTED = "suggested";

    /** The fields of a body. */
    static final List<Input> FIELDS = List.of(
            Input.optional("file", Input.wholeNumber(1, Integer.MAX_VALUE)),
            Input.optional("name", Input.text(Input.LONGEST_TEXT)),
            Input.optional("answers", Input.valuesByName(Map.of())),
            Input.optional("otherwise", Input.choice(List.of(SUGGESTED))));

    private final ObjectMapper json;

    AnswerReader(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The answers in a body.
     *
     * @throws BadRequestException if the body has none
     */
    AnswerRequest read(@Nullable String body) {
        try {
            JsonNode request = json.readTree(body == null ? "" : body);
            JsonNode file = request.path("file");
            JsonNode name = request.path("name");
            boolean named = name.isTextual() && file.isMissingNode();
            if (!named && !(isNumberOfFile(file) && name.isMissingNode())) {
                throw wrong(body);
            }
            JsonNode otherwise = request.path("otherwise");
            if (!otherwise.isMissingNode()
                    && !otherwise.isNull()
                    && !otherwise.asText().equals(SUGGESTED)) {
                throw new BadRequestException("otherwise", SUGGESTED, otherwise.toString());
            }
            return new AnswerRequest(
                    named ? null : file.asInt(),
                    named ? name.asText() : null,
                    answers(request.path("answers"), body),
                    otherwise.asText().equals(SUGGESTED));
        } catch (JsonProcessingException e) {
            throw wrong(body);
        }
    }

    private static boolean isNumberOfFile(JsonNode file) {
        return file.isIntegralNumber() && file.canConvertToInt() && file.asInt() > 0;
    }

    private static Map<Integer, String> answers(JsonNode answers, @Nullable String body) {
        if (!answers.isMissingNode() && !answers.isObject()) {
            throw wrong(body);
        }
        Map<Integer, String> byQuestion = new HashMap<>();
        answers.properties().forEach(answer -> {
            if (!answer.getKey().matches("-?\\d{1,9}")) {
                throw new BadRequestException("answers", "the numbers of questions", answer.getKey());
            }
            JsonNode value = answer.getValue();
            byQuestion.put(Integer.valueOf(answer.getKey()), value.isTextual() ? value.asText() : value.toString());
        });
        return byQuestion;
    }

    private static BadRequestException wrong(@Nullable String body) {
        return new BadRequestException("body", EXAMPLE, String.valueOf(body));
    }
}
