package org.salesetl.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.salesetl.security.Right;
import org.salesetl.web.ApiCall;
import org.salesetl.web.Input;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Makes samples of calls and answers from their schemas. */
@Component
class Samples {

    private static final String TYPE = "type";
    private static final String HOST = "http://localhost:8080";

    private final ObjectMapper json;

    Samples(ObjectMapper json) {
        this.json = json;
    }

    /** A value that a call accepts. */
    static Object value(Input input) {
        return value(input.schema());
    }

    private static Object value(Map<String, Object> schema) {
        if (schema.get("examples") instanceof List<?> examples) {
            return examples.get(0);
        }
        if (schema.get("enum") instanceof List<?> values) {
            return values.get(0);
        }
        if (schema.containsKey("default")) {
            return schema.get("default");
        }
        return switch (String.valueOf(schema.get(TYPE))) {
            case "integer" -> schema.getOrDefault("minimum", 1);
            case "array" -> List.of(value(child(schema, "items")));
            case "object" -> Map.of();
            default -> "date".equals(schema.get("format")) ? "2025-01-31" : "x";
        };
    }

    /** The path and the query of a call with a value for each part that it needs. */
    static String address(ApiCall call) {
        String path = call.path();
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (Input input : call.operation().inputs()) {
            String value = UriUtils.encode(value(input).toString(), StandardCharsets.UTF_8);
            if (call.isInPath(input)) {
                path = path.replace("{" + input.name() + "}", value);
            } else if (input.isRequired()) {
                query.add(input.name() + "=" + value);
            }
        }
        return path + query;
    }

    /** The fields of a body that a call needs, or else its first field; empty if it takes no fields. */
    static Map<String, Object> fields(ApiCall call) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (Input field : call.operation().fields()) {
            if (field.isRequired() || body.isEmpty()) {
                body.put(field.name(), value(field));
            }
        }
        return body;
    }

    /** A command that sends the call from a shell. */
    String command(ApiCall call, Right right) {
        StringBuilder command = new StringBuilder("curl");
        if (!call.method().equals("GET")) {
            command.append(" -X ").append(call.method());
        }
        if (!right.open()) {
            command.append(" -H \"Authorization: Bearer $TOKEN\"");
        }
        if (!call.operation().fields().isEmpty()) {
            command.append(" -H 'Content-Type: application/json' -d '")
                    .append(written(json.writer(), fields(call)))
                    .append('\'');
        } else if (!call.operation().bodies().isEmpty()) {
            command.append(" --data-binary @file");
        }
        return command.append(" '")
                .append(HOST)
                .append(address(call))
                .append('\'')
                .toString();
    }

    /** The shape of a body in JSON: the names of all its fields, each with its type. */
    String body(Class<?> type, boolean list) {
        AnswerSchemas schemas = new AnswerSchemas(json);
        Object one = shape(schemas.of(type), schemas.objects());
        return written(json.writerWithDefaultPrettyPrinter(), list ? List.of(one) : one);
    }

    private static Object shape(Map<String, Object> schema, Map<String, Map<String, Object>> objects) {
        if (schema.get("$ref") instanceof String reference) {
            Map<String, Object> fields = new LinkedHashMap<>();
            child(requireNonNull(objects.get(reference.substring(reference.lastIndexOf('/') + 1))), "properties")
                    .forEach((name, field) -> fields.put(name, shape(schema(field), objects)));
            return fields;
        }
        if (schema.get("anyOf") instanceof List<?> possible) {
            return shape(schema(possible.get(0)), objects);
        }
        if (schema.get("items") instanceof Map<?, ?> items) {
            return List.of(shape(schema(items), objects));
        }
        if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
            return Map.of("…", shape(schema(values), objects));
        }
        if (schema.get("enum") instanceof List<?> values) {
            return values.get(0);
        }
        Object type = schema.getOrDefault(TYPE, "…");
        String format = schema.containsKey("format") ? ", " + schema.get("format") : "";
        return (type instanceof List<?> types ? types.get(0) + " or " + types.get(1) : type) + format;
    }

    private static Map<String, Object> child(Map<String, Object> schema, String name) {
        return schema(schema.getOrDefault(name, Map.of()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> schema(Object value) {
        return (Map<String, Object>) value;
    }

    private static String written(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Lists and texts can always be written", e);
        }
    }
}
