package org.salesetl.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The data that every page shows around its content.
 *
 * @param version the version of this service
 * @param quarantined the number of rejected and parked rows
 * @param asOf when the last file was loaded; null if no file has been loaded, or the database does not answer
 * @param state a text that changes when the numbers or the quarantine change; empty if the database does not answer
 * @param runningRun the current run; null if there is none
 */
public record Frame(
        String version,
        long quarantined,
        @Nullable Instant asOf,
        String state,
        @Nullable Integer runningRun) {

    /** The same frame with the number of rejected and parked rows. */
    Frame withQuarantined(long rows) {
        return new Frame(version, rows, asOf, state, runningRun);
    }
}
