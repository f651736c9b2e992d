package org.salesetl.ledger;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.makeOfRowOrNull;
import static org.salesetl.TypedSteps.makeOfRows;
import static org.salesetl.TypedSteps.tell;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;

import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows runs and their files from the ledger. */
@Component
public class LedgerRoutes extends HttpRoutes {

    /** Takes a {@link RunQuery} and gives the {@link RunEntry.Listing} of its runs. */
    public static final String LIST_RUNS = "list-runs";

    /** Takes a {@link RunQuery} of one run and gives its {@link RunEntry}. */
    public static final String FIND_RUN = "find-run";

    /** Takes a {@link RunQuery} and gives a {@link RunEntry.Listing} of the newest run that has claimed a file; empty if there is none. */
    public static final String FIND_LAST_LOAD = "find-last-load";

    /** Gives the {@link LastRun}; null if no run has claimed a file. */
    public static final String FIND_LAST_RUN = "find-last-run";

    /** Gives the number of seconds that the current run, of whichever instance, has not moved; 0 if no run is going on. */
    public static final String FIND_IDLE_SECONDS = "find-idle-seconds";

    /** Gives the {@link UnsettledFile}s: recent files that did not load, and have not been corrected since. */
    public static final String LIST_UNSETTLED_FILES = "list-unsettled-files";

    static final String SERVE_RUNS = "serve-runs";
    static final String SERVE_RUN = "serve-run";
    static final String COMPLETE_RUNS = "complete-runs";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        get("/api/etl/runs", SERVE_RUNS, takes(RunQuery.SOME).answers(RunEntry.Listing.class))
                .setBody(makeOfRequest(RunQuery::ofSome))
                .to(direct(LIST_RUNS))
                .to(direct(WRITE_JSON));

        get("/api/etl/runs/{id}", SERVE_RUN, takes(RunQuery.ONE).answers(RunEntry.class))
                .setBody(makeOfRequest(RunQuery::ofOne))
                .to(direct(FIND_RUN))
                .to(direct(WRITE_JSON));

        from(direct(LIST_RUNS))
                .routeId(LIST_RUNS)
                .errorHandler(noErrorHandler())
                .setBody(make(RunQuery.class, RunEntries::new))
                .enrich(query("ledger/select-runs"), tellRows(RunEntries.class, RunEntries::runs))
                .to(direct(COMPLETE_RUNS))
                .filter(is(RunEntries.class, RunEntries::isCounted))
                    .enrich(query("ledger/count-runs").outputType("SelectOne"), tell(RunEntries.class, Long.class, RunEntries::total))
                .end()
                .setBody(make(RunEntries.class, RunEntries::listing));

        from(direct(FIND_RUN))
                .routeId(FIND_RUN)
                .errorHandler(noErrorHandler())
                .setBody(make(RunQuery.class, RunEntries::new))
                .enrich(query("ledger/select-run"), tellRows(RunEntries.class, RunEntries::runs))
                .to(direct(COMPLETE_RUNS))
                .setBody(make(RunEntries.class, RunEntries::only));

        from(direct(FIND_LAST_LOAD))
                .routeId(FIND_LAST_LOAD)
                .errorHandler(noErrorHandler())
                .setBody(make(RunQuery.class, RunEntries::new))
                .enrich(query("ledger/select-last-run-with-files"), tellRows(RunEntries.class, RunEntries::runs))
                .to(direct(COMPLETE_RUNS))
                .setBody(make(RunEntries.class, RunEntries::listing));

        from(direct(FIND_LAST_RUN))
                .routeId(FIND_LAST_RUN)
                .errorHandler(noErrorHandler())
                .to(query("ledger/select-last-run-with-files").outputType("SelectOne"))
                .setBody(makeOfRowOrNull(LastRun::of));

        from(direct(FIND_IDLE_SECONDS))
                .routeId(FIND_IDLE_SECONDS)
                .errorHandler(noErrorHandler())
                .to(query("ledger/select-idle-seconds").outputType("SelectOne"));

        from(direct(LIST_UNSETTLED_FILES))
                .routeId(LIST_UNSETTLED_FILES)
                .errorHandler(noErrorHandler())
                .to(query("ledger/select-unsettled-files"))
                .setBody(makeOfRows(UnsettledFile::of));

        from(direct(COMPLETE_RUNS))
                .routeId(COMPLETE_RUNS)
                .errorHandler(noErrorHandler())
                .enrich(query("ledger/select-files-of-runs"), tellRows(RunEntries.class, RunEntries::files))
                .enrich(query("ledger/select-reasons-of-files"), tellRows(RunEntries.class, RunEntries::reasons))
                .enrich(query("ledger/select-left-out-of-files"), tellRows(RunEntries.class, RunEntries::leftOut))
                .enrich(query("ledger/sum-files-of-runs"), tellRows(RunEntries.class, RunEntries::sums));
    }
    // spotless:on
}
