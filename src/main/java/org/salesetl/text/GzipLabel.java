package org.salesetl.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.jspecify.annotations.Nullable;

/**
 * What a file that is compressed with gzip says of its content before the content begins.
 *
 * @param name the name of the content; empty if the file does not say it
 * @param columns the columns of a table of JSON lines; none if the objects tell them
 */
record GzipLabel(String name, List<String> columns) {

    private static final GzipLabel NONE = new GzipLabel("", List.of());

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

    /** The columns in a list of JSON; none in any other comment. */
    private static List<String> columns(@Nullable String comment) throws IOException {
        List<String> columns = new ArrayList<>();
        if (comment == null) {
            return columns;
        }
        try (JsonParser parser = JsonLines.parser(comment)) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.VALUE_STRING) {
                    columns.add(parser.getText());
                }
            }
            return columns;
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }
}
