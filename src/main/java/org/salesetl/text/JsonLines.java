package org.salesetl.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * Files of JSON lines: one object a line. They are read as a table: the names of the fields are the header, which stands in no line,
 * and a field {@code city} in an object {@code customer} is the column {@code customer.city}.
 */
public final class JsonLines {

    /** More columns than a file may have, so that whoever reads the header refuses it. */
    private static final int MOST_COLUMNS = 2_000;

    /** Enough to guess what the columns mean. */
    private static final int FIRST_ROWS = 50;

    private static final int HEAD_BYTES = 1 << 16;

    private static final JsonFactory JSON = new JsonFactory();

    private JsonLines() {}

    /** Whether the file is of JSON lines. */
    public static boolean are(Path file) throws IOException {
        return FileFormat.of(file) == FileFormat.JSON_LINES;
    }

    /** Whether the first objects have lists of objects, as orders have lines: then an object may be several rows. */
    public static boolean haveLists(Path file) throws IOException {
        if (DropStream.isOfEvents(file)) {
            return false;
        }
        Encoding encoding;
        try (InputStream bytes = DropStream.bytes(file)) {
            encoding = EncodingSurvey.of(new ByteArrayInputStream(bytes.readNBytes(HEAD_BYTES)));
        }
        try (LineReader lines = new LineReader(DropStream.text(file, encoding))) {
            byte[] line = lines.next();
            for (int i = 0; line != null && i < FIRST_ROWS; i++) {
                if (hasList(line)) {
                    return true;
                }
                line = lines.next();
            }
        }
        return false;
    }

    private static boolean hasList(byte[] line) {
        try (JsonParser parser = parser(line)) {
            JsonToken before = null;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (before == JsonToken.START_ARRAY && token == JsonToken.START_OBJECT) {
                    return true;
                }
                before = token;
            }
            return false;
        } catch (IOException e) {
            // whoever reads the line rejects it
            return false;
        }
    }

    /**
     * The header and the first rows as CSV in UTF-8. The header has the fields of all objects, in the order in which they first come.
     */
    public static byte[] beginning(Path file, Encoding encoding) throws IOException {
        List<String> columns = columns(file, encoding);
        ByteArrayOutputStream beginning = new ByteArrayOutputStream();
        JsonRecord.write(columns.toArray(new String[0]), beginning);
        try (Records records = new JsonRecords(DropStream.text(file, encoding), columns)) {
            for (int i = 0; i < FIRST_ROWS; i++) {
                Chunk row = records.nextRecord();
                if (row != null && !row.isMalformed(0)) {
                    beginning.writeBytes(row.bytes());
                }
            }
        }
        return beginning.toByteArray();
    }

    /**
     * The records of a file, as CSV with commas. Each has the number of its line.
     *
     * @param columns the fields in the order of the cells
     */
    public static Records records(Path file, Encoding encoding, List<String> columns) throws IOException {
        return new JsonRecords(DropStream.text(file, encoding), columns);
    }

    /** Some lines, as they are in the file; none for a line that is not there. */
    static Map<Integer, String> at(Path file, Encoding encoding, SortedSet<Integer> lines) throws IOException {
        Map<Integer, String> found = new HashMap<>();
        try (LineReader reader = new LineReader(DropStream.text(file, encoding))) {
            int number = 1;
            for (byte[] line = reader.next(); line != null && number <= lines.last(); line = reader.next()) {
                if (lines.contains(number)) {
                    found.put(number, new String(line, StandardCharsets.UTF_8));
                }
                number++;
            }
        }
        return found;
    }

    /** The columns that the file itself names, or those of all its objects. */
    private static List<String> columns(Path file, Encoding encoding) throws IOException {
        List<String> named = GzipLabel.of(file).columns();
        if (named != null && !named.isEmpty()) {
            return named;
        }
        Set<String> columns = new LinkedHashSet<>();
        try (LineReader lines = new LineReader(DropStream.text(file, encoding))) {
            for (byte[] line = lines.next(); line != null && columns.size() < MOST_COLUMNS; line = lines.next()) {
                if (!lines.isTooLong()) {
                    JsonRecord.read(line, (name, value) -> columns.add(name));
                }
            }
        }
        return List.copyOf(columns);
    }

    /**
     * Whether a text begins with an object in one line. An object that goes over several lines, or that holds a list of objects and is
     * alone, is a document and no line.
     *
     * @param text the beginning of a file
     * @param isCut whether the file goes on
     */
    static boolean beginWith(String text, boolean isCut) {
        int end = text.indexOf('\n');
        boolean lineIsCut = end < 0 && isCut;
        boolean isAlone = end < 0 || (Text.isBlank(text.substring(end)) && !isCut);
        boolean hasList = false;
        int depth = 0;
        try (JsonParser parser = JSON.createParser(end < 0 ? text : text.substring(0, end))) {
            JsonToken before = null;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (depth == 0 && before != null) {
                    return false;
                }
                hasList |= before == JsonToken.START_ARRAY && token == JsonToken.START_OBJECT;
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (before == null && token != JsonToken.START_OBJECT) {
                    return false;
                }
                before = token;
            }
        } catch (JsonProcessingException e) {
            return lineIsCut && !hasList;
        } catch (IOException e) {
            return false;
        }
        return depth == 0 && !(isAlone && hasList);
    }

    static JsonParser parser(byte[] line) throws IOException {
        return JSON.createParser(line);
    }

    static JsonParser parser(String text) throws IOException {
        return JSON.createParser(text);
    }
}
