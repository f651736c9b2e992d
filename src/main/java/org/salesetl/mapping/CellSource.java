package org.salesetl.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a file has the value of one of our columns. Cells are named as the header names them. */
public sealed interface CellSource extends Serializable {

    /** The header cells that the source reads; none for a constant. */
    List<String> cells();

    /** The source as data: the name of a cell, a list of names, or an object with {@code joined} or {@code constant}. */
    @JsonValue
    Object asData();

    /**
     * The source that {@link #asData} describes.
     *
     * @throws IllegalArgumentException if the data describe none
     */
    @JsonCreator(mode = Mode.DELEGATING)
    static CellSource of(JsonNode data) {
        if (data.isTextual()) {
            return new FirstOf(List.of(data.asText()));
        }
        if (data.isArray() && !data.isEmpty()) {
            return new FirstOf(texts(data));
        }
        if (data.isObject() && data.size() == 1 && data.path("constant").isValueNode()) {
            return new Constant(data.path("constant").asText());
        }
        boolean joined = data.path("joined").isArray() && !data.path("joined").isEmpty();
        if (joined && data.size() == (data.has("with") ? 2 : 1)) {
            return new Joined(texts(data.path("joined")), data.path("with").asText(" "));
        }
        throw new IllegalArgumentException("expected the name of a cell, a list of names, {joined: [names], with: text}"
                + " or {constant: value} but found " + data);
    }

    private static List<String> texts(JsonNode names) {
        List<String> texts = new ArrayList<>();
        names.forEach(name -> texts.add(name.asText()));
        return texts;
    }

    /**
     * The first of some cells that is not blank.
     *
     * @param cells at least one header cell
     */
    record FirstOf(List<String> cells) implements CellSource {
        public FirstOf {
            cells = List.copyOf(cells);
        }

        @Override
        public Object asData() {
            return cells.size() == 1 ? cells.get(0) : cells;
        }
    }

    /**
     * Several cells in one text. Blank cells are left out.
     *
     * @param cells at least one header cell
     * @param with the text between the cells
     */
    record Joined(List<String> cells, String with) implements CellSource {
        public Joined {
            cells = List.copyOf(cells);
        }

        @Override
        public Object asData() {
            // in this order each time, because the version of a mapping is a hash of its document
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("joined", cells);
            data.put("with", with);
            return data;
        }
    }

    /**
     * The same value for every row.
     *
     * @param constant the value
     */
    record Constant(String constant) implements CellSource {
        @Override
        public List<String> cells() {
            return List.of();
        }

        @Override
        public Object asData() {
            return Map.of("constant", constant);
        }
    }
}
