package org.salesetl.dashboard;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.ledger.RunEntry;
import org.salesetl.ledger.RunQuery;
import org.salesetl.retention.Announcement;

/** Collects the data of the page with the list of runs. */
final class RunsDraft {

    private final RunQuery query;
    private RunEntry.@Nullable Listing listing;
    private RunProgress.@Nullable Report progress;

    private List<Announcement> announcements = List.of();

    /** @param query the question for the runs of the page */
    RunsDraft(RunQuery query) {
        this.query = query;
    }

    RunQuery query() {
        return query;
    }

    /** Stores the runs. */
    void listed(RunEntry.Listing runs) {
        listing = runs;
    }

    RunEntry.Listing listing() {
        return requireNonNull(listing);
    }

    /** Stores the progress of the newest run. */
    void progress(RunProgress.Report report) {
        progress = report;
    }

    RunProgress.Report progress() {
        return requireNonNull(progress);
    }

    /** Stores what is announced to be deleted. */
    void announced(List<Announcement> standing) {
        announcements = standing;
    }

    List<Announcement> announcements() {
        return announcements;
    }
}
