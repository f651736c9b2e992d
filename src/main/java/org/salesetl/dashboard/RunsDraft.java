package org.salesetl.dashboard;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.salesetl.ledger.RunEntry;
import org.salesetl.ledger.RunQuery;

/** Collects what the page of the runs shows. */
final class RunsDraft {

    private final RunQuery query;
    private RunEntry.@Nullable Listing listing;
    private RunProgress.@Nullable Report progress;

    /** @param query which runs somebody wants to see */
    RunsDraft(RunQuery query) {
        this.query = query;
    }

    RunQuery query() {
        return query;
    }

    /** Takes over these runs. */
    void listed(RunEntry.Listing runs) {
        listing = runs;
    }

    RunEntry.Listing listing() {
        return requireNonNull(listing);
    }

    /** Takes over how far things are. */
    void told(RunProgress.Report report) {
        progress = report;
    }

    RunProgress.Report progress() {
        return requireNonNull(progress);
    }
}
