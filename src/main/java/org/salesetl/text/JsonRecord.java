package org.salesetl.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads one object of JSON as the cells of a row. */
final class JsonRecord {

    private static final JsonFactory WRITING = new JsonFactory();

    private JsonRecord() {}

    /** Takes the value of a field. */
    interface Cells {
        void take(String name, String value);
    }

    /**
     * Reads the fields of an object, those of objects in it under dotted names. A list becomes its own text, null an empty one.
     *
     * @return false if the line is no object of JSON; some of its fields may have been given by then
     */
    static boolean read(byte[] line, Cells cells) {
        try (JsonParser parser = JsonLines.parser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            object("", parser, cells);
            return parser.nextToken() == null;
        } catch (IOException e) {
            // bytes in memory can be read, but may not be JSON
            return false;
        }
    }

    private static void object(String prefix, JsonParser parser, Cells cells) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = prefix.isEmpty() ? parser.currentName() : prefix + parser.currentName();
            token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                object(name + ".", parser, cells);
            } else if (token == JsonToken.START_ARRAY) {
                cells.take(name, list(parser));
            } else {
                cells.take(name, token == JsonToken.VALUE_NULL ? "" : parser.getText());
            }
        }
    }

    private static String list(JsonParser parser) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = WRITING.createGenerator(text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }

    /** The value as a cell of CSV. */
    private static String quoted(String value) {
        return needsQuotes(value) ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    private static boolean needsQuotes(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    /** Writes the cells of a row as a line of CSV. */
    static void write(@Nullable String[] cells, ByteArrayOutputStream target) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                target.write(',');
            }
            String cell = cells[i];
            if (cell != null && !cell.isEmpty()) {
                target.writeBytes(quoted(cell).getBytes(StandardCharsets.UTF_8));
            }
        }
        target.write('\n');
    }
}
