package org.salesetl.api;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.salesetl.web.ApiCall;
import org.salesetl.web.Input;
import org.salesetl.web.Words;

/**
 * Says in words what calls do and what their inputs mean.
 *
 * @param words the words of a language
 */
record CallWords(Words words) {

    /** What the API is, and how to sign in. */
    String about() {
        return words.say("api.about");
    }

    /** What a call does. */
    String summary(ApiCall call) {
        return words.say("api.call." + call.name());
    }

    /** What a value means. */
    String meaning(ApiCall call, Input input) {
        String own = "api.input." + call.name() + "." + input.name();
        return words.say(words.has(own) ? own : "api.input." + input.name());
    }

    /** What an answer with this status says. */
    String answer(String status) {
        return words.say("api.answer." + status);
    }

    /** Which values a schema accepts. */
    String accepted(Map<String, Object> schema) {
        if (schema.get("enum") instanceof List<?> values) {
            return values.stream().map(Object::toString).collect(Collectors.joining(", "));
        }
        if (schema.get("items") instanceof Map<?, ?> items) {
            return words.say("api.accepts.several", accepted(copy(items)));
        }
        if (schema.containsKey("additionalProperties")) {
            return words.say("api.accepts.object");
        }
        if (schema.containsKey("minimum")) {
            return words.say("api.accepts.number", schema.get("minimum"), requireNonNull(schema.get("maximum")));
        }
        if (schema.containsKey("pattern")) {
            return words.say("api.accepts.month");
        }
        return "date".equals(schema.get("format"))
                ? words.say("api.accepts.date")
                : words.say("api.accepts.text", schema.getOrDefault("maxLength", Input.LONGEST_TEXT));
    }

    private static Map<String, Object> copy(Map<?, ?> schema) {
        return schema.entrySet().stream()
                .collect(Collectors.toMap(entry -> String.valueOf(entry.getKey()), Map.Entry::getValue));
    }
}
