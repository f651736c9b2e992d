package org.salesetl.quarantine;

import static org.apache.camel.Exchange.CONTENT_TYPE;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.makeOfRow;
import static org.salesetl.TypedSteps.makeOfRows;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tellEach;
import static org.salesetl.TypedSteps.tellRow;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.TypedSteps.withRow;
import static org.salesetl.TypedSteps.withValue;
import static org.salesetl.cache.VersionRoutes.NOTE_VERSION;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;

import java.util.Map;
import org.salesetl.cache.AnswerCaches;
import org.salesetl.cache.OncePerVersionPolicy;
import org.salesetl.retention.RetentionRoutes;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows the rows that did not load. */
@Component
public class QuarantineApiRoutes extends HttpRoutes {

    /** Takes a {@link QuarantineQuery} and gives the {@link QuarantineListing}. */
    public static final String LIST_QUARANTINE = "list-quarantine";

    /** Gives the {@link ReasonCount}s of all rows. */
    public static final String COUNT_QUARANTINE = "count-quarantine";

    /** Gives the names of the newest files that have rows in the quarantine. */
    public static final String LIST_QUARANTINE_FILES = "list-quarantine-files";

    /** How many files {@link #LIST_QUARANTINE_FILES} looks at. If there are more, the list has one name more. */
    public static final int MOST_FILES = 200;

    /** Takes a {@link QuarantinedRowQuery} and gives the {@link QuarantineListing.Entry}. */
    public static final String FIND_QUARANTINED_ROW = "find-quarantined-row";

    /**
     * Takes a {@link org.salesetl.slice.MetricFilter} and gives the {@link WaitingRevenue} of that slice. The caller has to call
     * {@link org.salesetl.cache.VersionRoutes#NOTE_VERSION} before.
     */
    public static final String SUM_UP_WAITING = "sum-up-waiting";

    /** Takes a {@link QuarantineFilter} and gives the number of its rows. */
    static final String COUNT_QUARANTINED_ROWS = "count-quarantined-rows";

    static final String SERVE_QUARANTINE = "serve-quarantine";
    static final String TABULATE_REJECTS = "tabulate-rejects";
    static final String SERVE_QUARANTINE_CSV = "serve-quarantine-csv";

    private static final int MOST_SLICES = 1000;
    private static final int MOST_FILTERS = 1000;

    private final QuarantineEntries entries;
    private final QuarantineCsv csv;
    private final OncePerVersionPolicy once;
    private final OncePerVersionPolicy onceOfRows;
    private final OncePerVersionPolicy onceOfReasons;

    QuarantineApiRoutes(QuarantineEntries entries, QuarantineCsv csv, AnswerCaches caches) {
        this.entries = entries;
        this.csv = csv;
        this.once = caches.oncePerVersionAndBody("waiting", MOST_SLICES, sum -> 1);
        this.onceOfRows = caches.oncePerVersionAndBody("quarantined-rows", MOST_FILTERS, count -> 1);
        this.onceOfReasons = caches.oncePerVersion("reasons");
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        get("/api/quarantine", SERVE_QUARANTINE, takes(QuarantineQuery.PARAMETERS).and(MetricFilter.PARAMETERS).and(QuarantineQuery.PARTS).answers(QuarantineListing.class))
                .setBody(makeOfRequest(QuarantineQuery::of))
                .to(direct(LIST_QUARANTINE))
                .to(direct(WRITE_JSON));

        get("/api/quarantine.csv", SERVE_QUARANTINE_CSV, takes(QuarantineQuery.PARAMETERS).and(MetricFilter.PARAMETERS).answersCsv())
                .setBody(makeOfRequest(QuarantineQuery::of))
                .choice()
                    .when(is(QuarantineQuery.class, QuarantineQuery::isRejectsOfOneFile))
                        .to(direct(TABULATE_REJECTS))
                    .otherwise()
                        .setBody(make(QuarantineQuery.class, QuarantineQuery::unlimited))
                        .to(direct(LIST_QUARANTINE))
                        .setBody(make(QuarantineListing.class, csv::table))
                .end()
                .marshal()
                .csv()
                .setHeader(CONTENT_TYPE, constant("text/csv; charset=utf-8"))
                .setHeader("Content-Disposition", constant("attachment; filename=\"quarantine.csv\""));

        from(direct(SUM_UP_WAITING))
                .routeId(SUM_UP_WAITING)
                .errorHandler(noErrorHandler())
                .policy(once)
                    .to(query("quarantine/sum-of-slice").outputType("SelectOne"))
                    .setBody(makeOfRow(WaitingRevenue::of))
                .end();

        from(direct(TABULATE_REJECTS))
                .routeId(TABULATE_REJECTS)
                .errorHandler(noErrorHandler())
                .setBody(make(QuarantineQuery.class, RejectsDraft::new))
                .enrich(query("quarantine/select-rejects-header-by-name").outputType("SelectOne"), tellRow(RejectsDraft.class, RejectsDraft::headed))
                .process(on(RejectsDraft.class, RejectsDraft::requireRejects))
                .enrich(query("quarantine/select-rejects-by-name"), tellRows(RejectsDraft.class, RejectsDraft::found))
                .setBody(make(RejectsDraft.class, RejectsDraft::table));

        from(direct(LIST_QUARANTINE))
                .routeId(LIST_QUARANTINE)
                .errorHandler(noErrorHandler())
                .setBody(make(QuarantineQuery.class, QuarantineDraft::new))
                .enrich(query("quarantine/select"), tellRows(QuarantineDraft.class, QuarantineDraft::found))
                .split(make(QuarantineDraft.class, QuarantineDraft::filter), tellEach(QuarantineDraft.class, Long.class, QuarantineDraft::counted))
                    .stopOnException()
                    .to(direct(COUNT_QUARANTINED_ROWS))
                .end()
                .setBody(make(QuarantineDraft.class, entries::listing));

        from(direct(COUNT_QUARANTINED_ROWS))
                .routeId(COUNT_QUARANTINED_ROWS)
                .errorHandler(noErrorHandler())
                .to(direct(NOTE_VERSION))
                .enrich(direct(RetentionRoutes.COUNT_DELETED_ROWS), withValue(QuarantineFilter.class, Number.class, QuarantineCount::of))
                .policy(onceOfRows)
                    .choice()
                        .when(is(QuarantineCount.class, QuarantineCount::isOfWholeStatuses))
                            .to(query("quarantine/count-of-statuses").outputType("SelectOne"))
                        .otherwise()
                            .to(query("quarantine/count").outputType("SelectOne"))
                    .end()
                .end();

        from(direct(FIND_QUARANTINED_ROW))
                .routeId(FIND_QUARANTINED_ROW)
                .errorHandler(noErrorHandler())
                .enrich(query("quarantine/select-one").outputType("SelectOne"), withRow(QuarantinedRowQuery.class, QuarantinedRowQuery.Found::new))
                .setBody(make(QuarantinedRowQuery.Found.class, entries::only));

        from(direct(COUNT_QUARANTINE))
                .routeId(COUNT_QUARANTINE)
                .errorHandler(noErrorHandler())
                .to(direct(NOTE_VERSION))
                .policy(onceOfReasons)
                    .to(query("quarantine/count-by-reason"))
                    .setBody(makeOfRows(ReasonCount::of))
                .end();

        from(direct(LIST_QUARANTINE_FILES))
                .routeId(LIST_QUARANTINE_FILES)
                .errorHandler(noErrorHandler())
                .setBody(constant(Map.of("most", MOST_FILES + 1)))
                .to(query("quarantine/select-file-names"))
                .setBody(makeOfRows(QuarantineEntries::fileNames));
    }
    // spotless:on
}
