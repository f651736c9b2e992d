package org.salesetl.registry;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;

/**
 * The reload that counts: a reload ends without a file of its own, and what was loaded before does not count from then on.
 *
 * @param runId the newest reload that has succeeded; 0 if there is none
 */
record LastReload(int runId) implements SqlParameters {

    /** The number that {@code select-last-reload.sql} found. */
    static LastReload of(Number found) {
        return new LastReload(found.intValue());
    }

    /** The parameter of {@code count-files-of-mappings.sql}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of("lastReload", runId);
    }
}
