package org.salesetl.correction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.notation.DateOrder;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Reads what somebody says of the dates in a file. */
@Component
class DateOrderAnswers {

    private static final List<String> ANSWERS = List.of(DateOrder.DAY_FIRST.label(), DateOrder.MONTH_FIRST.label());
    private static final String EXAMPLE = "{\"file\":12,\"dates\":\"day_first\"} or \"month_first\"";

    private final ObjectMapper json;

    DateOrderAnswers(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The answer in a JSON body, as parameters of {@code answer-date-order.sql}.
     *
     * @throws BadRequestException if it is none
     */
    Map<String, Object> read(@Nullable String body) {
        try {
            JsonNode answer = json.readTree(body == null ? "" : body);
            String dates = answer.path("dates").asText();
            if (!answer.path("file").canConvertToInt() || !ANSWERS.contains(dates)) {
                throw new BadRequestException("body", EXAMPLE, String.valueOf(body));
            }
            return parameters(answer.path("file").asInt(), dates);
        } catch (JsonProcessingException e) {
            throw new BadRequestException("body", EXAMPLE, String.valueOf(body));
        }
    }

    /** The answer that a button gives. */
    Map<String, Object> chosen(WebRequest request) {
        String dates = request.oneOf("dates", ANSWERS);
        int file = request.number("file", 0, 1, Integer.MAX_VALUE);
        if (dates == null || file == 0) {
            throw new BadRequestException("dates and file", "both", "one of them only");
        }
        return parameters(file, dates);
    }

    /** Makes sure that the file had a question. */
    void requireQuestion(int answered, Map<String, Object> answer) {
        if (answered == 0) {
            throw new NotFoundException("There is no file " + answer.get("fileId") + " that waits for an answer");
        }
    }

    private static Map<String, Object> parameters(int file, String dates) {
        return Map.of("fileId", file, "dateOrder", dates);
    }
}
