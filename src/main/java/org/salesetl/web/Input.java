package org.salesetl.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value that a request may have: a part of its path, a parameter, or a field of its body. What the value means is in the message files,
 * under {@code api.<name of the route>.<name>} or else {@code api.input.<name>}.
 */
public class Input {

    /** The most characters of a text. No text in the warehouse is longer. */
    public static final int LONGEST_TEXT = 255;

    private static final int LARGEST_ID = 999_999_999;

    private final String name;
    private final Map<String, Object> schema;
    private final boolean required;

    Input(String name, Map<String, Object> schema, boolean required) {
        this.name = name;
        this.schema = new LinkedHashMap<>(schema);
        this.required = required;
    }

    /** A value that a request may leave out. The schema says in JSON which values are accepted. */
    public static Input optional(String name, Map<String, Object> schema) {
        return new Input(name, schema, false);
    }

    /** A value that no request may leave out. */
    public static Input required(String name, Map<String, Object> schema) {
        return new Input(name, schema, true);
    }

    /** The number of something in the ledger, as a part of a path. */
    public static Input id(String name) {
        return required(name, wholeNumber(1, LARGEST_ID));
    }

    /** The schema of one of these texts. */
    public static Map<String, Object> choice(List<String> accepted) {
        return Map.of("type", "string", "enum", accepted);
    }

    /** The schema of a whole number. */
    public static Map<String, Object> wholeNumber(int least, int most) {
        return Map.of("type", "integer", "minimum", least, "maximum", most);
    }

    /** The schema of a text with at most this many characters. */
    public static Map<String, Object> text(int longest) {
        return Map.of("type", "string", "maxLength", longest);
    }

    /** The schema of a list. */
    public static Map<String, Object> listOf(Map<String, Object> schema) {
        return Map.of("type", "array", "items", schema);
    }

    /** The schema of an object with any names, whose values have this schema. */
    public static Map<String, Object> valuesByName(Map<String, Object> schema) {
        return Map.of("type", "object", "additionalProperties", schema);
    }

    /** The schema of an object with these fields. */
    static Map<String, Object> object(List<? extends Input> fields) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> needed = new ArrayList<>();
        for (Input field : fields) {
            properties.put(field.name(), field.schema());
            if (field.isRequired()) {
                needed.add(field.name());
            }
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        if (!needed.isEmpty()) {
            object.put("required", needed);
        }
        return object;
    }

    /** Names the value. */
    public String name() {
        return name;
    }

    /** Which values are accepted, in JSON Schema 2020-12. */
    public Map<String, Object> schema() {
        return schema;
    }

    /** Whether no request may leave the value out. */
    public boolean isRequired() {
        return required;
    }
}
