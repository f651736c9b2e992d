package org.salesetl.bucket;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One look at all objects of the bucket, page by page. Remembers the oldest of those that are to be fetched. */
final class Look {

    /** The next look finds the others. */
    private static final int MOST = 10_000;

    private final TreeSet<Delivery> single = new TreeSet<>(Delivery.OLDEST_FIRST);

    /** The last folders with a mark: in the order of keys, the parts come soon after their mark. */
    private final Set<String> marked = new LinkedHashSet<>();

    /** The folders with a part that nobody has fetched, each with this part: those with a mark, and the others. */
    private final Map<String, ListedObject> complete = new HashMap<>();

    private final Map<String, ListedObject> incomplete = new HashMap<>();

    private @Nullable String after = "";

    /** Whether there may be another page. */
    boolean goesOn() {
        return after != null;
    }

    /** The last key of the page before; empty before the first page. */
    String after() {
        return after == null ? "" : after;
    }

    /**
     * Takes a page.
     *
     * @param page the objects in the order of their keys; the last page is empty
     * @param unknown those among them that nobody has fetched yet
     */
    void take(List<ListedObject> page, List<ListedObject> unknown) {
        after = page.isEmpty() ? null : page.get(page.size() - 1).key();
        page.stream().filter(ListedObject::isMark).forEach(this::takeMark);
        for (ListedObject object : unknown) {
            if (object.isPart()) {
                takePart(object);
            } else {
                single.add(Delivery.of(object));
            }
        }
        while (single.size() > MOST) {
            single.pollLast();
        }
        keepOldest(complete);
        keepOldest(incomplete);
    }

    private void takeMark(ListedObject mark) {
        marked.add(mark.folder());
        if (marked.size() > MOST) {
            Iterator<String> eldest = marked.iterator();
            eldest.next();
            eldest.remove();
        }
        ListedObject part = incomplete.remove(mark.folder());
        if (part != null) {
            complete.put(mark.folder(), part);
        }
    }

    private void takePart(ListedObject part) {
        boolean hasMark = complete.containsKey(part.folder()) || marked.contains(part.folder());
        (hasMark ? complete : incomplete).putIfAbsent(part.folder(), part);
    }

    private static void keepOldest(Map<String, ListedObject> folders) {
        if (folders.size() > MOST) {
            List<ListedObject> newest = folders.values().stream()
                    .sorted(Comparator.comparing(ListedObject::modifiedAt).reversed())
                    .limit(folders.size() - MOST)
                    .toList();
            newest.forEach(part -> folders.remove(part.folder()));
        }
    }

    /** The objects that are to be fetched by themselves, the oldest first. */
    List<Delivery> single() {
        return List.copyOf(single);
    }

    /** The folders with new parts and the mark that they are complete. */
    Set<String> complete() {
        return complete.keySet();
    }

    /** The parts that wait for such a mark: of each folder one. */
    List<Delivery> incomplete() {
        return incomplete.entrySet().stream()
                .map(folder -> new Delivery(folder.getKey(), List.of(folder.getValue())))
                .toList();
    }
}
