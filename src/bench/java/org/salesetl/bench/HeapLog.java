package org.salesetl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service's heap, from the log of its garbage collector. */
final class HeapLog {

    private static final Pattern COLLECTION = Pattern.compile(" Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\)");
    private static final long MEBIBYTE = 1L << 20;

    private final Path file;

    HeapLog(Path file) {
        this.file = file;
    }

    /** A place in the log: here. */
    int mark() throws IOException {
        return collections().size();
    }

    /** What was logged since then. */
    Extract since(int mark) throws IOException {
        List<Collection> all = collections();
        return new Extract(all.subList(Math.min(mark, all.size()), all.size()));
    }

    private List<Collection> collections() throws IOException {
        List<Collection> found = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Matcher matcher = COLLECTION.matcher(line);
            if (matcher.find()) {
                found.add(new Collection(
                        MEBIBYTE * Long.parseLong(matcher.group(1)), MEBIBYTE * Long.parseLong(matcher.group(2))));
            }
        }
        return found;
    }

    private record Collection(long before, long after) {}

    /** The collections of a while, oldest first. */
    static final class Extract {

        private final List<Collection> collections;

        private Extract(List<Collection> collections) {
            this.collections = List.copyOf(collections);
        }

        /** The most the heap held, garbage included; 0 if nothing was collected. */
        long peak() {
            return collections.stream().mapToLong(Collection::before).max().orElse(0);
        }

        /** The most a collection left; young ones leave garbage among the old. */
        long peakAfterCollection() {
            return collections.stream().mapToLong(Collection::after).max().orElse(0);
        }

        /** The least a collection left in the first third: about what was in use. */
        long usedAtFirst() {
            return least(collections.subList(0, third()));
        }

        /** The least a collection left in the last third: about what was in use. */
        long usedAtLast() {
            return least(collections.subList(collections.size() - third(), collections.size()));
        }

        private int third() {
            return Math.min(collections.size(), Math.max(1, collections.size() / 3));
        }

        private static long least(List<Collection> collections) {
            return collections.stream().mapToLong(Collection::after).min().orElse(0);
        }
    }
}
