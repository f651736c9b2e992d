package org.salesetl.quarantine;

import static org.apache.camel.Exchange.CONTENT_TYPE;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;

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

    static final String SERVE_QUARANTINE = "serve-quarantine";
    static final String SERVE_QUARANTINE_CSV = "serve-quarantine-csv";

    @Override
    public void configure() {
        get("/api/quarantine", SERVE_QUARANTINE)
                .bean(QuarantineQuery.class, "of(${variable.request})")
                .to(direct(LIST_QUARANTINE))
                .to(direct(WRITE_JSON));

        get("/api/quarantine.csv", SERVE_QUARANTINE_CSV)
                .bean(QuarantineQuery.class, "of(${variable.request})")
                .setBody(simple("${body.unlimited}"))
                .to(direct(LIST_QUARANTINE))
                .bean(QuarantineCsv.class, "table")
                .marshal()
                .csv()
                .setHeader(CONTENT_TYPE, constant("text/csv; charset=utf-8"))
                .setHeader("Content-Disposition", constant("attachment; filename=\"quarantine.csv\""));

        from(direct(LIST_QUARANTINE))
                .routeId(LIST_QUARANTINE)
                .errorHandler(noErrorHandler())
                .setBody(simple("${body.parameters}"))
                .setVariable("quarantineQuery", body())
                .to(sql("classpath:sql/quarantine/select.sql"))
                .setVariable("quarantined", body())
                .setBody(variable("quarantineQuery"))
                .to(sql("classpath:sql/quarantine/count.sql").outputType("SelectOne"))
                .bean(QuarantineEntries.class, "listing(${variable.quarantined}, ${body})");

        from(direct(COUNT_QUARANTINE))
                .routeId(COUNT_QUARANTINE)
                .errorHandler(noErrorHandler())
                .to(sql("classpath:sql/quarantine/count-by-reason.sql"))
                .bean(ReasonCount.class, "of");

        from(direct(LIST_QUARANTINE_FILES))
                .routeId(LIST_QUARANTINE_FILES)
                .errorHandler(noErrorHandler())
                .to(sql("classpath:sql/quarantine/select-file-names.sql"))
                .bean(QuarantineEntries.class, "fileNames");
    }
}
