package org.salesetl.quarantine;

import static org.apache.camel.Exchange.CONTENT_TYPE;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;

import org.salesetl.cache.Memories;
import org.salesetl.cache.OncePerVersionPolicy;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows the rows that did not load. */
@Component
public class QuarantineApiRoutes extends HttpRoutes {

    /** Takes a {@link QuarantineQuery} and gives the {@link QuarantineListing}. */
    public static final String LIST_QUARANTINE = "list-quarantine";

    /** Gives the {@link ReasonCount}s of all rows. */
    public static final String COUNT_QUARANTINE = "count-quarantine";

    /** Gives the names of the files that have rows here. */
    public static final String LIST_QUARANTINE_FILES = "list-quarantine-files";

    /** Gives the {@link QuarantineListing.Entry} that the request's path ends with. */
    public static final String FIND_QUARANTINED_ROW = "find-quarantined-row";

    /**
     * Takes a {@link org.salesetl.slice.MetricFilter} and gives the {@link WaitingMoney} of that slice. After
     * {@link org.salesetl.cache.VersionRoutes#NOTE_VERSION}.
     */
    public static final String SUM_UP_WAITING = "sum-up-waiting";

    static final String SERVE_QUARANTINE = "serve-quarantine";
    static final String TABULATE_REJECTS = "tabulate-rejects";
    static final String SERVE_QUARANTINE_CSV = "serve-quarantine-csv";

    private static final int MOST_SLICES = 1000;

    private final OncePerVersionPolicy once;

    QuarantineApiRoutes(Memories memories) {
        this.once = memories.oncePerVersionAndBody("waiting", MOST_SLICES, sum -> 1);
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        get("/api/quarantine", SERVE_QUARANTINE)
                .bean(QuarantineQuery.class, "of(${variable.request})")
                .to(direct(LIST_QUARANTINE))
                .to(direct(WRITE_JSON));

        get("/api/quarantine.csv", SERVE_QUARANTINE_CSV)
                .bean(QuarantineQuery.class, "of(${variable.request})")
                .setVariable("query", body())
                .choice()
                    .when(simple("${variable.query.isRejectsOfOneFile}"))
                        .to(direct(TABULATE_REJECTS))
                    .otherwise()
                        .setBody(simple("${variable.query.unlimited}"))
                        .to(direct(LIST_QUARANTINE))
                        .bean(QuarantineCsv.class, "table")
                .end()
                .marshal()
                .csv()
                .setHeader(CONTENT_TYPE, constant("text/csv; charset=utf-8"))
                .setHeader("Content-Disposition", constant("attachment; filename=\"quarantine.csv\""));

        from(direct(SUM_UP_WAITING))
                .routeId(SUM_UP_WAITING)
                .errorHandler(noErrorHandler())
                .policy(once)
                    .setBody(simple("${body.parameters}"))
                    .to(query("quarantine/sum-of-slice").outputType("SelectOne"))
                    .bean(WaitingMoney.class, "of")
                .end();

        from(direct(TABULATE_REJECTS))
                .routeId(TABULATE_REJECTS)
                .errorHandler(noErrorHandler())
                .setBody(simple("${variable.query.parameters}"))
                .to(query("quarantine/select-rejects-header-by-name").outputType("SelectOne"))
                .bean(QuarantineCsv.class, "requireRejects(${body}, ${variable.query})")
                .setVariable("rejectsHeader", body())
                .bean(QuarantineCsv.class, "parameters(${body}, ${variable.query})")
                .to(query("quarantine/select-rejects-by-name"))
                .bean(QuarantineCsv.class, "rejects(${variable.rejectsHeader}, ${body})");

        from(direct(LIST_QUARANTINE))
                .routeId(LIST_QUARANTINE)
                .errorHandler(noErrorHandler())
                .setBody(simple("${body.parameters}"))
                .setVariable("quarantineQuery", body())
                .to(query("quarantine/select"))
                .setVariable("quarantined", body())
                .setBody(variable("quarantineQuery"))
                .to(query("quarantine/count").outputType("SelectOne"))
                .bean(QuarantineEntries.class, "listing(${variable.quarantined}, ${body})");

        from(direct(FIND_QUARANTINED_ROW))
                .routeId(FIND_QUARANTINED_ROW)
                .errorHandler(noErrorHandler())
                .setVariable("id", method(QuarantineEntries.class, "named(${variable.request})"))
                .to(query("quarantine/select-one").outputType("SelectOne"))
                .bean(QuarantineEntries.class, "only(${body}, ${variable.id})");

        from(direct(COUNT_QUARANTINE))
                .routeId(COUNT_QUARANTINE)
                .errorHandler(noErrorHandler())
                .to(query("quarantine/count-by-reason"))
                .bean(ReasonCount.class, "of");

        from(direct(LIST_QUARANTINE_FILES))
                .routeId(LIST_QUARANTINE_FILES)
                .errorHandler(noErrorHandler())
                .to(query("quarantine/select-file-names"))
                .bean(QuarantineEntries.class, "fileNames");
    }
    // spotless:on
}
