package org.salesetl.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.notation.DateOrder;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Reads answers to the question whether the day or the month comes first in the dates of a file. */
@Component
class DateOrderAnswers {

    private static final List<String> ANSWERS = List.of(DateOrder.DAY_FIRST.label(), DateOrder.MONTH_FIRST.label());
    private static final String EXAMPLE = "{\"file\":12,\"dates\":\"day_first\"} or \"month_first\"";

    private final ObjectMapper json;

    DateOrderAnswers(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The answer in a JSON body.
     *
     * @throws BadRequestException if the body is not an answer
     */
    DateOrderAnswer read(@Nullable String body) {
        try {
            JsonNode answer = json.readTree(body == null ? "" : body);
            String dates = answer.path("dates").asText();
            if (!answer.path("file").canConvertToInt() || !ANSWERS.contains(dates)) {
                throw new BadRequestException("body", EXAMPLE, String.valueOf(body));
            }
            return new DateOrderAnswer(answer.path("file").asInt(), dates);
        } catch (JsonProcessingException e) {
            throw new BadRequestException("body", EXAMPLE, String.valueOf(body));
        }
    }

    /** The answer that the form on a page sends. */
    DateOrderAnswer chosen(WebRequest request) {
        String dates = request.oneOf("dates", ANSWERS);
        int file = request.number("file", 0, 1, Integer.MAX_VALUE);
        if (dates == null || file == 0) {
            throw new BadRequestException("dates and file", "both", "one of them only");
        }
        return new DateOrderAnswer(file, dates);
    }
}
