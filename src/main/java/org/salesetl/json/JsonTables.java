package org.salesetl.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.salesetl.text.DropStream;
import org.salesetl.text.Encoding;
import org.salesetl.text.EncodingSurvey;
import org.salesetl.text.RefusedFileException;
import org.salesetl.text.Text;

/** The tables that can be made of a document of JSON. */
public final class JsonTables {

    /** More than a file may have, so that whoever reads the header refuses it. */
    private static final int MOST_COLUMNS = 2_000;

    /** In characters. A little less than a header may have. */
    private static final int LONGEST_HEADER = 14_000;

    private static final int MOST_TIMES = 200;

    /** So many do no harm, whatever the proportion. */
    private static final long HARMLESS_CHARACTERS = 64L << 20;

    private static final int CHARACTERS_OF_CELL = 10;

    private final Path document;
    private final Encoding encoding;

    private JsonTables(Path document, Encoding encoding) {
        this.document = document;
        this.encoding = encoding;
    }

    /** Reads the document once, to find its encoding. */
    public static JsonTables of(Path document) throws IOException {
        try (InputStream bytes = DropStream.bytes(document)) {
            return new JsonTables(document, EncodingSurvey.of(bytes));
        }
    }

    /**
     * For each list of objects that stands by itself, the tables of which one may be the right one.
     *
     * @throws RefusedFileException if the document is no JSON, has no object, or has one that is too long
     */
    public List<List<JsonTable>> choices() throws IOException {
        try (JsonSource json = JsonSource.open(document, encoding)) {
            List<List<JsonTable>> choices = json.shape().choices();
            if (choices.isEmpty()) {
                throw new RefusedFileException(
                        "Expected a list of objects in this document of JSON, one for each row, but"
                                + " found none. Export the table as CSV or Excel (.xlsx) and drop that.");
            }
            return choices;
        }
    }

    /**
     * Writes a table as CSV.
     *
     * @param mostRows how many rows at most
     * @throws RefusedFileException if the document is no JSON, has an object that is too long, or grows out of proportion
     */
    public void write(JsonTable table, Path target, int mostRows) throws IOException {
        Map<String, Integer> places = places(table, mostRows);
        try (CSVPrinter printer = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(target), UTF_8)), CSVFormat.RFC4180)) {
            printer.printRecord(places.keySet());
            eachRow(table, mostRows, cells -> {
                String[] record = new String[places.size()];
                cells.forEach((name, value) -> {
                    Integer place = places.get(name);
                    if (place != null) {
                        record[place] = value;
                    }
                });
                printer.printRecord((Object[]) record);
            });
        }
    }

    /**
     * The columns with their places. A column without any value is one, too, so that the next export of the same shop has the same header and
     * asks nothing again; unless the header would be longer than one may be.
     */
    private Map<String, Integer> places(JsonTable table, int mostRows) throws IOException {
        Map<String, Boolean> filled = new LinkedHashMap<>();
        eachRow(
                table,
                mostRows,
                cells -> cells.forEach((name, value) -> {
                    if (filled.size() < MOST_COLUMNS || filled.containsKey(name)) {
                        filled.merge(name, !Text.isBlank(value), Boolean::logicalOr);
                    }
                }));
        boolean isLong = filled.keySet().stream().mapToInt(String::length).sum() > LONGEST_HEADER;
        Map<String, Integer> places = new LinkedHashMap<>();
        filled.forEach((name, hasValue) -> {
            if (hasValue || !isLong) {
                places.put(name, places.size());
            }
        });
        return places;
    }

    private void eachRow(JsonTable table, int mostRows, Cells target) throws IOException {
        int[] rows = {0};
        long[] characters = {0};
        long most = Math.max(HARMLESS_CHARACTERS, Files.size(document) * MOST_TIMES);
        try (JsonSource json = JsonSource.open(document, encoding)) {
            json.each(table.base(), object -> {
                JsonRows.each(object, table.rows(), row -> {
                    if (rows[0]++ < mostRows) {
                        Map<String, String> cells = JsonRows.cells(row);
                        cells.forEach((name, value) -> characters[0] += CHARACTERS_OF_CELL + value.length());
                        requireInProportion(characters[0], most);
                        target.take(cells);
                    }
                });
                return rows[0] < mostRows;
            });
        }
    }

    /** What an order has stands in the row of each of its lines. A document can be made to grow without end by that. */
    private static void requireInProportion(long characters, long most) {
        if (characters > most) {
            throw new RefusedFileException("Expected a table of at most " + MOST_TIMES
                    + " times the size of this document of JSON but it would be larger, since its objects have many fields and"
                    + " long lists. Export the table as CSV or Excel (.xlsx) and drop that.");
        }
    }

    /** Takes the cells of a row, by the names of their columns. */
    private interface Cells {
        void take(Map<String, String> cells) throws IOException;
    }
}
