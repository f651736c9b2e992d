package org.salesetl.bucket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One look at all objects of the bucket, page by page. Remembers the oldest of those that are to be fetched. The parts of a table come together, and
 * only if there is the mark that they are complete.
 */
final class Look {

    /** The next look finds the others. */
    private static final int MOST = 10_000;

    private static final int MOST_PARTS = 100_000;

    private final TreeSet<Delivery> single = new TreeSet<>(Delivery.OLDEST_FIRST);
    private final Map<String, List<ListedObject>> parts = new HashMap<>();

    /** The folders with a mark. */
    private final Set<String> complete = new LinkedHashSet<>();

    private int countOfParts;
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
    }

    /** Of many marks, the newest are kept: in the order of keys, the parts come soon after their mark. */
    private void takeMark(ListedObject mark) {
        complete.add(mark.folder());
        if (complete.size() > MOST) {
            Iterator<String> eldest = complete.iterator();
            eldest.next();
            eldest.remove();
        }
    }

    /** A folder of which not all parts can be remembered is left to the next look. */
    private void takePart(ListedObject part) {
        if (countOfParts < MOST_PARTS) {
            countOfParts++;
            parts.computeIfAbsent(part.folder(), folder -> new ArrayList<>()).add(part);
        } else {
            parts.remove(part.folder());
        }
    }

    /** What is to be fetched, the oldest first. */
    List<Delivery> wanted() {
        return Stream.concat(single.stream(), deliveriesOfParts(true))
                .sorted(Delivery.OLDEST_FIRST)
                .limit(MOST)
                .toList();
    }

    /** The parts that wait for the mark that they are complete. */
    List<Delivery> incomplete() {
        return deliveriesOfParts(false).toList();
    }

    private Stream<Delivery> deliveriesOfParts(boolean areComplete) {
        return parts.entrySet().stream()
                .filter(folder -> complete.contains(folder.getKey()) == areComplete)
                .map(folder -> new Delivery(folder.getKey(), folder.getValue()));
    }
}
