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
    }
}
