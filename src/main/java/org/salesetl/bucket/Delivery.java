package org.salesetl.bucket;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.salesetl.inbox.Drop;
import org.salesetl.inbox.FileNames;

/**
 * What is fetched at once: an object, or the parts of one table.
 *
 * @param key the key of the object, or of the folder with the parts
 * @param objects the object, or the parts
 */
record Delivery(String key, List<ListedObject> objects) {

    /** Whoever corrects sales puts the correction there later. */
    static final Comparator<Delivery> OLDEST_FIRST =
            Comparator.comparing(Delivery::modifiedAt).thenComparing(Delivery::key);

    Delivery {
        objects = List.copyOf(objects);
    }

    static Delivery of(ListedObject object) {
        return new Delivery(object.key(), List.of(object));
    }

    /** Whether these are the parts of a table. */
    boolean isInParts() {
        return objects.stream().anyMatch(ListedObject::isPart);
    }

    /** How long all of it is. */
    long bytes() {
        return objects.stream().mapToLong(ListedObject::bytes).sum();
    }

    /** When somebody put the last of it there; a time before all others if there is nothing any more. */
    Instant modifiedAt() {
        return objects.stream()
                .map(ListedObject::modifiedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /** The key for people and the log, in one line; a slash for parts that lie in no folder. */
    String shownKey() {
        return key.isEmpty() ? "/" : Drop.shown(key);
    }

    /**
     * The name in the inbox: the key without the prefix, as a name. An object is complete, even if its name says otherwise, and is not
     * left lying because of its name.
     */
    String fileName(String prefix) {
        String name = FileNames.kept(FileNames.safe(key.substring(key.startsWith(prefix) ? prefix.length() : 0)));
        if (!name.isBlank() && FileNames.isTaken(Path.of(name))) {
            return name;
        }
        return isInParts() ? "parts" + name + ".csv" : "object" + name + ".object";
    }
}
