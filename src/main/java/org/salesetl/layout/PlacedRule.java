package org.salesetl.layout;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Standing;
import org.salesetl.mapping.StatusRule;
import org.salesetl.text.Text;

/** A rule for statuses, and the place of the status in the records of a file. */
final class PlacedRule implements Serializable {

    /** A file has a handful of statuses. What else stands in the column is looked up each time. */
    private static final int MOST_REMEMBERED = 1_000;

    private final int place;
    private final StatusRule rule;
    private final Map<String, @Nullable Standing> remembered = new HashMap<>();

    PlacedRule(int place, StatusRule rule) {
        this.place = place;
        this.rule = rule;
    }

    /** The header cell of the column. */
    String column() {
        return rule.column();
    }

    /** The status of a record; empty if there is none. */
    String status(List<String> cells) {
        return place < cells.size() ? Text.strip(cells.get(place)) : "";
    }

    /** What the status of a record means; null if there is none, or nobody has said what it means. */
    @Nullable
    Standing standing(List<String> cells) {
        String status = status(cells);
        if (status.isEmpty()) {
            return null;
        }
        if (remembered.containsKey(status)) {
            return remembered.get(status);
        }
        Standing standing = rule.standing(status);
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(status, standing);
        }
        return standing;
    }
}
