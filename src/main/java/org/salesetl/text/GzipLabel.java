package org.salesetl.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.jspecify.annotations.Nullable;

/**
 * What a file that is compressed with gzip says of its content before the content begins. A file of events has a comment of JSON, with
 * the columns that its events have: {@code ["sale_id","quantity"]}; an empty list if the events tell.
 *
 * @param name the name of the content; empty if the file does not say it
 * @param columns the columns of a table of events; null if this is no file of events
 */
record GzipLabel(String name, @Nullable List<String> columns) {

    private static final GzipLabel NONE = new GzipLabel("", null);

    /** The label of a file; an empty one if the file is not compressed, or damaged. */
    static GzipLabel of(Path file) throws IOException {
        try (InputStream stream = PlainFile.open(file)) {
            byte[] head = stream.readNBytes(2);
            if (head.length < 2 || head[0] != 0x1F || head[1] != (byte) 0x8B) {
                return NONE;
            }
        }
        try (GzipCompressorInputStream content = new GzipCompressorInputStream(PlainFile.open(file))) {
            GzipParameters label = content.getMetaData();
            String name = label.getFileName();
            return new GzipLabel(name == null ? "" : name, columns(label.getComment()));
        } catch (DropGoneException e) {
            throw e;
        } catch (IOException e) {
            // the first who reads all of the text says that the file is damaged
            return NONE;
        }
    }

    /** Whether the content is JSON lines, even if none of its lines is. */
    boolean isOfJsonLines() {
        return name.toLowerCase(Locale.ROOT).endsWith(".jsonl");
    }

    /** The columns in a list of JSON; null if the comment is another one. */
    private static @Nullable List<String> columns(@Nullable String comment) throws IOException {
        if (comment == null) {
            return null;
        }
        try (JsonParser parser = JsonLines.parser(comment)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return null;
            }
            List<String> columns = new ArrayList<>();
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                columns.add(parser.getText());
            }
            return columns;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
