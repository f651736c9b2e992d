package org.salesetl.bucket;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One look at all objects of the bucket, page by page. Remembers the oldest of those that are to be fetched. */
final class Look {

    /** The next look finds the others. */
    private static final int MOST = 10_000;

    private final TreeSet<ListedObject> wanted = new TreeSet<>(ListedObject.OLDEST_FIRST);
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
        wanted.addAll(unknown);
        while (wanted.size() > MOST) {
            wanted.pollLast();
        }
    }

    /** What is to be fetched, the oldest first. */
    List<ListedObject> wanted() {
        return List.copyOf(wanted);
    }
}
