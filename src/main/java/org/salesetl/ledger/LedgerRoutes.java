package org.salesetl.ledger;

import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;

import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Tells what the ledger knows of runs and their files. */
@Component
public class LedgerRoutes extends HttpRoutes {

    /**
     * Gives the {@link RunEntry.Listing} that the request's {@code limit} and {@code offset} ask for, each with its first files: as many
     * as {@code files} says.
     */
    public static final String LIST_RUNS = "list-runs";

    /** Gives the {@link RunEntry} that the request's path ends with, with the files that {@code limit} and {@code offset} ask for. */
    public static final String FIND_RUN = "find-run";

    /** Gives a {@link RunEntry.Listing} of the newest run that took a file, or of none. */
    public static final String FIND_LAST_LOAD = "find-last-load";

    /** Gives the {@link LastRun}; null if no run took a file. */
    public static final String FIND_LAST_RUN = "find-last-run";

    /** Gives the {@link UnsettledFile}s: what did not load lately, and has not been put right since. */
    public static final String LIST_UNSETTLED_FILES = "list-unsettled-files";

    static final String SERVE_RUNS = "serve-runs";
    static final String SERVE_RUN = "serve-run";
    static final String COMPLETE_RUNS = "complete-runs";

    @Override
    public void configure() {
        get("/api/etl/runs", SERVE_RUNS).to(direct(LIST_RUNS)).to(direct(WRITE_JSON));

        get("/api/etl/runs/{id}", SERVE_RUN).to(direct(FIND_RUN)).to(direct(WRITE_JSON));

        from(direct(LIST_RUNS))
                .routeId(LIST_RUNS)
                .errorHandler(noErrorHandler())
                .setVariable("files", method(RunEntries.class, "firstFiles(${variable.request})"))
                .bean(RunEntries.class, "window(${variable.request})")
                .to(query("ledger/select-runs"))
                .to(direct(COMPLETE_RUNS));

        from(direct(FIND_RUN))
                .routeId(FIND_RUN)
                .errorHandler(noErrorHandler())
                .setVariable("files", method(RunEntries.class, "files(${variable.request})"))
                .bean(RunEntries.class, "named(${variable.request})")
                .to(query("ledger/select-run"))
                .to(direct(COMPLETE_RUNS))
                .bean(RunEntries.class, "only(${body}, ${variable.request})");

        from(direct(FIND_LAST_LOAD))
                .routeId(FIND_LAST_LOAD)
                .errorHandler(noErrorHandler())
                .setVariable("files", method(RunEntries.class, "firstFiles(${variable.request})"))
                .to(query("ledger/select-last-run-with-files"))
                .to(direct(COMPLETE_RUNS));

        from(direct(FIND_LAST_RUN))
                .routeId(FIND_LAST_RUN)
                .errorHandler(noErrorHandler())
                .to(query("ledger/select-last-run-with-files").outputType("SelectOne"))
                .bean(LastRun.class, "of");

        from(direct(LIST_UNSETTLED_FILES))
                .routeId(LIST_UNSETTLED_FILES)
                .errorHandler(noErrorHandler())
                .to(query("ledger/select-unsettled-files"))
                .bean(UnsettledFile.class, "of");

        from(direct(COMPLETE_RUNS))
                .routeId(COMPLETE_RUNS)
                .errorHandler(noErrorHandler())
                .setVariable("runs", body())
                .bean(RunEntries.class, "parameters(${body}, ${variable.files})")
                .setVariable("runIds", simple("${body[runIds]}"))
                .to(query("ledger/select-files-of-runs"))
                .setVariable("files", body())
                .setVariable("fileIds", method(RunEntries.class, "fileIds"))
                .to(query("ledger/select-reasons-of-files"))
                .setVariable("reasons", body())
                .to(query("ledger/sum-files-of-runs"))
                .setVariable("fileSums", body())
                .to(query("ledger/count-runs").outputType("SelectOne"))
                .bean(
                        RunEntries.class,
                        "listing(${variable.runs}, ${variable.files}, ${variable.reasons}, ${variable.fileSums}, ${body})");
    }
}
