package org.salesetl.quarantine;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;

/**
 * A question how many quarantined rows there are.
 *
 * @param filter which rows
 * @param deleted how many settled rows retention has deleted: what deletes rows does not change the version of the warehouse, but this
 *     number
 */
record QuarantineCount(QuarantineFilter filter, long deleted) implements SqlParameters {

    static QuarantineCount of(QuarantineFilter filter, Number deleted) {
        return new QuarantineCount(filter, deleted.longValue());
    }

    /** Whether the question is for all rows with some statuses. */
    boolean isOfWholeStatuses() {
        return filter.isOfWholeStatuses();
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return filter.parameters();
    }
}
