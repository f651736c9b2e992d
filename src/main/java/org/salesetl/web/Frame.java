package org.salesetl.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The data that every page shows around its content.
 *
 * @param version the version of this service
 * @param quarantined the number of rejected and parked rows
 * @param questions the number of questions that files wait for
 * @param asOf when the last file was loaded; null if no file has been loaded, or the database does not answer
 * @param state a text that changes when anything changes that pages show; empty if the database does not answer
 * @param runningRun the current run; null if there is none
 */
public record Frame(
        String version,
        long quarantined,
        long questions,
        @Nullable Instant asOf,
        String state,
        @Nullable Integer runningRun) {

    /** The same frame with the number of rejected and parked rows. */
    Frame withQuarantined(long rows) {
        return new Frame(version, rows, questions, asOf, state, runningRun);
    }
}
