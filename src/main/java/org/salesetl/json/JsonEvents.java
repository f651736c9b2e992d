package org.salesetl.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes several rows of an event that has a list, such as an order with its lines. */
public final class JsonEvents {

    /** How many bytes the rows of one event may have. */
    private static final int MOST_BYTES = 16 << 20;

    /** A longer event is rejected as it came. */
    private static final int LONGEST_EVENT = 1 << 20;

    private JsonEvents() {}

    /**
     * The rows of an event, each an object of JSON: the event with one item, called {@code lines[]}, in the place of the list {@code lines}.
     *
     * @param list the fields that lead to the list
     * @return only the event as it came, if it is no object, is too long, has no such list or an empty one, or if its rows would be too many
     */
    public static List<byte[]> rows(byte[] event, List<String> list) {
        if (event.length > LONGEST_EVENT) {
            return List.of(event);
        }
        try {
            return JsonTree.ALONE.readTree(event) instanceof ObjectNode object
                    ? rows(event, object, list)
                    : List.of(event);
        } catch (IOException e) {
            // what is no object becomes a rejected row
            return List.of(event);
        }
    }

    private static List<byte[]> rows(byte[] event, ObjectNode object, List<String> list) throws IOException {
        List<byte[]> rows = new ArrayList<>();
        long[] bytes = {0};
        boolean split = JsonRows.each(object, list, row -> {
            if (bytes[0] <= MOST_BYTES) {
                byte[] json = JsonTree.JSON.writeValueAsBytes(row);
                bytes[0] += json.length;
                rows.add(json);
            }
        });
        return split && bytes[0] <= MOST_BYTES ? rows : List.of(event);
    }
}
