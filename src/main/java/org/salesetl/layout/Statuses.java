package org.salesetl.layout;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.Standing;

/** What the values in the column of the status mean. */
public final class Statuses {

    /** The words for orders that came to nothing, as shops write them. */
    private static final Map<String, Standing> KNOWN = Map.ofEntries(
            Map.entry("cancelled", Standing.NEITHER),
            Map.entry("canceled", Standing.NEITHER),
            Map.entry("void", Standing.NEITHER),
            Map.entry("voided", Standing.NEITHER));

    private Statuses() {}

    /** What a value means; null if nobody has said what it means. */
    public static @Nullable Standing standing(String value) {
        return KNOWN.get(HeaderCell.normalised(value));
    }
}
