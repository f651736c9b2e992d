package org.salesetl.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salesetl.text.RefusedFileException;

/**
 * Which lists of objects a document has.
 *
 * @param lists the lists in the roots, each with the lists in its objects; all by the fields that lead there
 * @param roots how many roots are objects
 * @param isList whether the roots stand in a list, or one after the other
 * @param fits whether memory may hold each root
 */
record JsonShape(Map<List<String>, Set<List<String>>> lists, int roots, boolean isList, boolean fits) {

    /** How many objects are enough to tell which lists there are. */
    static final int FIRST_OBJECTS = 50;

    private static final int MOST_LISTS = 50;

    /** An order may have deliveries, these may have lines, and these may have parts. */
    private static final int MOST_LISTS_IN_ONE_ANOTHER = 3;

    /**
     * The tables that can be made of the document: for each list by itself, one of them, whose objects are rows or have rows. The simplest comes
     * first.
     */
    List<List<JsonTable>> choices() {
        List<List<JsonTable>> choices = new ArrayList<>();
        List<JsonTable> ofRoots = new ArrayList<>();
        ofRoots.add(new JsonTable(List.of(), List.of()));
        lists.forEach((list, inner) -> {
            List<JsonTable> ofList = new ArrayList<>();
            ofList.add(new JsonTable(list, List.of()));
            inner.forEach(rows -> ofList.add(new JsonTable(list, rows)));
            List<JsonTable> withRoot = new ArrayList<>();
            withRoot.add(new JsonTable(List.of(), list));
            inner.forEach(rows -> withRoot.add(new JsonTable(List.of(), joined(list, rows))));
            ofRoots.addAll(withRoot);
            if (fits) {
                ofList.addAll(withRoot);
            }
            choices.add(ofList);
        });
        if (roots == 0) {
            return List.of();
        }
        return isList || lists.isEmpty() ? List.of(ofRoots) : choices;
    }

    /**
     * Makes sure that somebody can look at all tables.
     *
     * @throws RefusedFileException if there are too many lists, as in an object that has a field for each id
     */
    static void requireFew(Map<List<String>, Set<List<String>>> lists) {
        int all = lists.values().stream().mapToInt(inner -> 1 + inner.size()).sum();
        if (all > MOST_LISTS) {
            throw new RefusedFileException("Expected at most " + MOST_LISTS
                    + " lists of objects in this document of JSON but found more, as where each id has a field of its own."
                    + " Export the table as CSV or Excel (.xlsx) and drop that.");
        }
    }

    /** The lists of objects in an object, and those in their items. */
    static Set<List<String>> listsIn(ObjectNode object) {
        Set<List<String>> found = new LinkedHashSet<>();
        find(object, List.of(), MOST_LISTS_IN_ONE_ANOTHER, found);
        return found;
    }

    private static void find(ObjectNode object, List<String> path, int depth, Set<List<String>> found) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            List<String> name = field(path, field.getKey());
            JsonNode value = field.getValue();
            if (value instanceof ObjectNode inner) {
                find(inner, name, depth, found);
            } else if (JsonRows.isOfObjects(value) && depth > 0 && found.size() <= MOST_LISTS) {
                found.add(name);
                for (JsonNode item : value) {
                    if (item instanceof ObjectNode inner) {
                        find(inner, name, depth - 1, found);
                    }
                }
            }
        }
    }

    static List<String> field(List<String> path, String name) {
        return joined(path, List.of(name));
    }

    private static List<String> joined(List<String> path, List<String> more) {
        List<String> all = new ArrayList<>(path);
        all.addAll(more);
        return List.copyOf(all);
    }
}
