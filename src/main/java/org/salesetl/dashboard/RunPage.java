package org.salesetl.dashboard;

import java.util.Map;
import org.salesetl.bucket.Bucket;
import org.salesetl.event.Readings;
import org.salesetl.lake.LakeCopy;
import org.salesetl.ledger.NewerVersion;
import org.salesetl.ledger.RunEntry;
import org.salesetl.ledger.RunQuery;
import org.salesetl.web.Page;
import org.salesetl.web.Paging;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Makes the pages about runs. */
@Component
class RunPage {

    private static final int RUNS = 20;
    private static final int FILES = 100;

    private final Readings readings;
    private final Bucket bucket;
    private final LakeCopy lake;
    private final NewerVersion newerVersion;

    RunPage(Readings readings, Bucket bucket, LakeCopy lake, NewerVersion newerVersion) {
        this.readings = readings;
        this.bucket = bucket;
        this.lake = lake;
        this.newerVersion = newerVersion;
    }

    /** A draft for the last few runs, or for the runs that the request asks for. */
    RunsDraft draft(WebRequest request) {
        return new RunsDraft(RunQuery.ofSome(request, RUNS));
    }

    Page list(RunsDraft draft, WebRequest request) {
        RunEntry.Listing listing = draft.listing();
        return new Page(
                "runs",
                Map.of(
                        "runs",
                        listing.runs(),
                        "progress",
                        draft.progress(),
                        "announcements",
                        draft.announcements(),
                        "outdated",
                        newerVersion.hasCome(),
                        "topics",
                        readings.topics(),
                        "bucket",
                        bucket,
                        "lake",
                        lake.state(),
                        "paging",
                        Paging.of(
                                request,
                                draft.query().limit(),
                                draft.query().offset(),
                                listing.runs().size(),
                                listing.total())));
    }

    Page one(RunDraft draft, WebRequest request) {
        RunEntry run = draft.run();
        return new Page(
                "run",
                Map.of(
                        "run",
                        run,
                        "guests",
                        draft.guests(),
                        "paging",
                        Paging.of(
                                request,
                                request.number("limit", FILES, 1, Integer.MAX_VALUE),
                                request.number("offset", 0, 0, Integer.MAX_VALUE),
                                run.files().size(),
                                run.filesTotal())));
    }

    /** @param deleted how many files retention has deleted in the archive */
    Page confirmReload(Number deleted) {
        return new Page("reload", Map.of("deleted", deleted.longValue()));
    }
}
