package org.salesetl.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesetl.text.DropStream;
import org.salesetl.text.Encoding;
import org.salesetl.text.LineReader;

/** Objects of JSON, one in each line. A line that is none becomes an object with its text, so that its row is rejected and nothing is lost. */
final class LinesOfJson implements JsonSource {

    /** The column with the text of lines that are no objects. */
    static final String NO_OBJECT = "no_object";

    private final LineReader lines;

    private LinesOfJson(LineReader lines) {
        this.lines = lines;
    }

    static LinesOfJson open(Path file, Encoding encoding) throws IOException {
        return new LinesOfJson(new LineReader(DropStream.text(file, encoding)));
    }

    @Override
    public JsonShape shape() throws IOException {
        Map<List<String>, Set<List<String>>> lists = new LinkedHashMap<>();
        int[] roots = {0};
        each(List.of(), object -> {
            for (List<String> list : JsonShape.listsIn(object)) {
                lists.put(list, new LinkedHashSet<>());
            }
            JsonShape.requireFew(lists);
            return ++roots[0] < JsonShape.FIRST_OBJECTS;
        });
        return new JsonShape(lists, roots[0], true, true);
    }

    /** @param base always empty: each line is a root */
    @Override
    public void each(List<String> base, Target target) throws IOException {
        boolean wanted = true;
        for (byte[] line = lines.next(); wanted && line != null; line = lines.next()) {
            String text = new String(line, StandardCharsets.UTF_8);
            if (!text.isBlank()) {
                ObjectNode object = lines.isTooLong() ? null : object(text);
                wanted = target.take(
                        object == null ? JsonTree.JSON.createObjectNode().put(NO_OBJECT, text) : object);
            }
        }
    }

    private static @Nullable ObjectNode object(String line) throws IOException {
        try {
            JsonNode node = JsonTree.ALONE.readTree(line);
            return node instanceof ObjectNode object ? object : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
