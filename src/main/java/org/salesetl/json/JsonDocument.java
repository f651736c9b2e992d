package org.salesetl.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salesetl.text.DropStream;
import org.salesetl.text.Encoding;
import org.salesetl.text.EncodingSurvey;
import org.salesetl.text.RefusedFileException;

/** Reads a document of JSON an object at a time, so that memory holds no more than one. A document may have several roots, one after the other. */
final class JsonDocument implements Closeable {

    /** How many bytes an object may have. */
    static final int MOST_BYTES = 16 << 20;

    private static final int MOST_DEPTH = 100;

    /** How many objects are enough to tell which lists there are. */
    private static final int FIRST_OBJECTS = 50;

    /** Keeps every digit of a number. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEPTH)
                        .build());
    }

    private final BoundedObjects bytes;
    private final JsonParser parser;

    private JsonDocument(BoundedObjects bytes, JsonParser parser) {
        this.bytes = bytes;
        this.parser = parser;
    }

    /** Takes an object, and tells whether it wants the next one. */
    interface Target {
        boolean take(ObjectNode object) throws IOException;
    }

    static JsonDocument open(Path file) throws IOException {
        Encoding encoding;
        try (InputStream stream = DropStream.bytes(file)) {
            encoding = EncodingSurvey.of(stream);
        }
        BoundedObjects bytes = new BoundedObjects(DropStream.text(file, encoding), MOST_BYTES);
        return new JsonDocument(bytes, JSON.createParser(bytes));
    }

    /**
     * Gives the objects of a table one after the other.
     *
     * @param base the fields that lead from a root to the list of the objects; empty for the roots
     * @throws RefusedFileException if the document is no JSON, or if an object is too long
     */
    void each(List<String> base, Target target) throws IOException {
        try {
            boolean wanted = true;
            while (wanted && next() != null) {
                wanted = parser.currentToken() != JsonToken.START_OBJECT || inside(base, target);
            }
        } catch (JsonProcessingException e) {
            throw damaged();
        }
    }

    /** Gives the objects in the parser's object, or that object itself; tells whether more are wanted. */
    private boolean inside(List<String> base, Target target) throws IOException {
        if (base.isEmpty()) {
            return target.take(object());
        }
        boolean wanted = true;
        while (wanted && next() != JsonToken.END_OBJECT) {
            boolean named = parser.currentName().equals(base.get(0));
            JsonToken value = next();
            if (named && value == JsonToken.START_OBJECT) {
                wanted = inside(base.subList(1, base.size()), target);
            } else if (named && value == JsonToken.START_ARRAY) {
                wanted = items(base.subList(1, base.size()), target);
            } else {
                skip();
            }
        }
        return wanted;
    }

    private boolean items(List<String> base, Target target) throws IOException {
        boolean wanted = true;
        while (wanted && next() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                wanted = inside(base, target);
            } else {
                skip();
            }
        }
        return wanted;
    }

    /**
     * Looks which lists the document has.
     *
     * @throws RefusedFileException if the document is no JSON, or if an object is too long
     */
    JsonShape shape() throws IOException {
        Map<List<String>, Set<List<String>>> lists = new LinkedHashMap<>();
        int roots = 0;
        boolean isList = false;
        boolean fits = true;
        try {
            while (roots < FIRST_OBJECTS && next() != null) {
                isList |= parser.currentToken() == JsonToken.START_ARRAY;
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    long start = parser.currentLocation().getByteOffset();
                    walk(List.of(), lists);
                    fits &= parser.currentLocation().getByteOffset() - start < MOST_BYTES;
                    roots++;
                }
            }
        } catch (JsonProcessingException e) {
            throw damaged();
        }
        return new JsonShape(lists, roots, isList || roots > 1, fits);
    }

    private void walk(List<String> path, Map<List<String>, Set<List<String>>> lists) throws IOException {
        while (next() != JsonToken.END_OBJECT) {
            List<String> field = JsonShape.field(path, parser.currentName());
            JsonToken value = next();
            if (value == JsonToken.START_OBJECT) {
                walk(field, lists);
            } else if (value == JsonToken.START_ARRAY) {
                list(field, lists);
            }
        }
    }

    /** Notes a list of objects, and the lists in its first objects. */
    private void list(List<String> path, Map<List<String>, Set<List<String>>> lists) throws IOException {
        int objects = 0;
        while (next() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT && objects < FIRST_OBJECTS) {
                Set<List<String>> inner = JsonShape.listsIn(object());
                if (lists.size() < JsonShape.MOST_LISTS) {
                    lists.computeIfAbsent(path, absent -> new LinkedHashSet<>()).addAll(inner);
                }
                objects++;
            } else {
                skip();
            }
        }
    }

    private ObjectNode object() throws IOException {
        bytes.begin();
        return parser.readValueAsTree();
    }

    /** Goes to the end of the parser's value, whatever its length. */
    private void skip() throws IOException {
        int depth = parser.currentToken().isStructStart() ? 1 : 0;
        while (depth > 0) {
            JsonToken token = next();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
    }

    private JsonToken next() throws IOException {
        bytes.begin();
        return parser.nextToken();
    }

    private RefusedFileException damaged() {
        return new RefusedFileException("Expected a complete document of JSON but it is damaged or was cut off at line "
                + parser.currentLocation().getLineNr() + ". Export it again and drop it again.");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
