package org.salesetl.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.web.ConflictException;

/**
 * Somebody wants to cancel a run.
 *
 * @param runId the run's number
 * @param by who wants that
 */
record Cancellation(int runId, String by) implements SqlParameters {

    /**
     * Makes sure that there was a run to cancel.
     *
     * @param asked how many runs were asked to end
     */
    void requireAsked(int asked) {
        if (asked == 0) {
            throw new ConflictException("Run " + runId + " is not going on: there is nothing to cancel");
        }
    }

    /** The parameters of all statements about the cancellation. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of("runId", runId);
    }
}
