package org.salesetl.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every page shows around its content.
 *
 * @param version of this service
 * @param quarantined how many rows are rejected or parked
 * @param asOf when the last file was loaded; null if none has been, or the database cannot say
 * @param state changes whenever the numbers or the quarantine do; empty if the database cannot say
 * @param runningRun the run that is going on; null if there is none
 */
public record Frame(
        String version,
        long quarantined,
        @Nullable Instant asOf,
        String state,
        @Nullable Integer runningRun) {

    /** The same with how many rows are rejected or parked. */
    Frame withQuarantined(long rows) {
        return new Frame(version, rows, asOf, state, runningRun);
    }
}
