package org.salesetl.bucket;

import java.util.List;

/**
 * A table that a program has written in parts. All parts belong together, also those that have been fetched before: where a program has
 * added parts, the table is a new one.
 *
 * @param folder the key of the folder with the parts
 * @param objects what is right in the folder
 */
record TableInParts(String folder, List<ListedObject> objects) {

    /** Whether the mark is there, and no part has come after it: the mark of an earlier table may still be there. */
    boolean isComplete() {
        Delivery parts = delivery();
        return objects.stream()
                .anyMatch(object -> object.isMark() && !object.modifiedAt().isBefore(parts.modifiedAt()));
    }

    Delivery delivery() {
        return new Delivery(
                folder, objects.stream().filter(ListedObject::isPart).toList());
    }
}
