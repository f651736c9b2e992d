package org.salesetl.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salesetl.text.DropStream;
import org.salesetl.text.Encoding;
import org.salesetl.text.RefusedFileException;

/** A document of JSON: an object or a list, or several of them, one after the other. */
final class JsonDocument implements JsonSource {

    /** How many bytes the root may have if it is a row, or a part of each row. */
    private static final int MOST_BYTES_OF_ROOT = 4 << 20;

    private final JsonParser parser;

    private JsonDocument(JsonParser parser) {
        this.parser = parser;
    }

    static JsonDocument open(Path file, Encoding encoding) throws IOException {
        return new JsonDocument(JsonTree.JSON.createParser(DropStream.text(file, encoding)));
    }

    @Override
    public void each(List<String> base, Target target) throws IOException {
        try {
            boolean wanted = true;
            while (wanted && parser.nextToken() != null) {
                wanted = parser.currentToken() != JsonToken.START_OBJECT || inside(base, target);
            }
        } catch (JsonProcessingException e) {
            throw refusal(e);
        }
    }

    /** Gives the objects in the parser's object, or that object itself; tells whether more are wanted. */
    private boolean inside(List<String> base, Target target) throws IOException {
        if (base.isEmpty()) {
            return target.take(JsonTree.read(parser));
        }
        boolean wanted = true;
        while (wanted && parser.nextToken() != JsonToken.END_OBJECT) {
            boolean named = parser.currentName().equals(base.get(0));
            JsonToken value = parser.nextToken();
            if (named && value == JsonToken.START_OBJECT) {
                wanted = inside(base.subList(1, base.size()), target);
            } else if (named && value == JsonToken.START_ARRAY) {
                wanted = items(base.subList(1, base.size()), target);
            } else {
                parser.skipChildren();
            }
        }
        return wanted;
    }

    private boolean items(List<String> base, Target target) throws IOException {
        boolean wanted = true;
        while (wanted && parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                wanted = inside(base, target);
            } else {
                parser.skipChildren();
            }
        }
        return wanted;
    }

    @Override
    public JsonShape shape() throws IOException {
        Map<List<String>, Set<List<String>>> lists = new LinkedHashMap<>();
        int roots = 0;
        boolean isList = false;
        boolean fits = true;
        try {
            while (roots < JsonShape.FIRST_OBJECTS && parser.nextToken() != null) {
                isList |= parser.currentToken() == JsonToken.START_ARRAY;
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    long start = parser.currentLocation().getByteOffset();
                    walk(List.of(), lists);
                    fits &= parser.currentLocation().getByteOffset() - start < MOST_BYTES_OF_ROOT;
                    roots++;
                }
            }
        } catch (JsonProcessingException e) {
            throw refusal(e);
        }
        return new JsonShape(lists, roots, isList || roots > 1, fits);
    }

    private void walk(List<String> path, Map<List<String>, Set<List<String>>> lists) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            List<String> field = JsonShape.field(path, parser.currentName());
            JsonToken value = parser.nextToken();
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
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT && objects < JsonShape.FIRST_OBJECTS) {
                Set<List<String>> inner = lists.computeIfAbsent(path, absent -> new LinkedHashSet<>());
                inner.addAll(JsonShape.listsIn(JsonTree.read(parser)));
                JsonShape.requireFew(lists);
                objects++;
            } else {
                parser.skipChildren();
            }
        }
    }

    private RefusedFileException refusal(JsonProcessingException e) {
        return new RefusedFileException(
                e instanceof StreamConstraintsException
                        ? "Expected JSON as programs write it but found objects far too deep in one another, or a name or a"
                                + " number that is far too long. Export the table as CSV or Excel (.xlsx) and drop that."
                        : "Expected a complete document of JSON but it is damaged or was cut off at line "
                                + parser.currentLocation().getLineNr() + ". Export it again and drop it again.");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
