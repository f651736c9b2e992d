package org.salesetl.lineage;

import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Lists the sales behind a number, and shows each record as it was dropped: to programs and to people. */
@Component
public class LineageRoutes extends HttpRoutes {

    /** Gives the {@link FactListing} of the {@link FactQuery} in the variable {@code factQuery}. */
    public static final String LIST_FACTS = "list-facts";

    static final String SERVE_FACTS = "serve-facts";
    static final String SHOW_FACTS = "show-facts";
    static final String SERVE_RAW_RECORD = "serve-raw-record";
    static final String SHOW_RAW_RECORD = "show-raw-record";
    static final String FIND_RAW_RECORD = "find-raw-record";

    @Override
    public void configure() {
        get("/api/facts", SERVE_FACTS)
                .setVariable("factQuery", method(FactQuery.class, "of(${variable.request})"))
                .to(direct(LIST_FACTS))
                .to(direct(WRITE_JSON));

        getPage("/facts", SHOW_FACTS)
                .setVariable("factQuery", method(FactQuery.class, "of(${variable.request})"))
                .to(direct(LIST_FACTS))
                .bean(LineagePage.class, "facts(${body}, ${variable.factQuery}, ${variable.request})")
                .to(direct(WRITE_PAGE));

        get("/api/files/{file}/lines/{line}", SERVE_RAW_RECORD)
                .to(direct(FIND_RAW_RECORD))
                .to(direct(WRITE_JSON));

        getPage("/files/{file}/lines/{line}", SHOW_RAW_RECORD)
                .to(direct(FIND_RAW_RECORD))
                .bean(LineagePage.class, "record")
                .to(direct(WRITE_PAGE));

        from(direct(LIST_FACTS))
                .routeId(LIST_FACTS)
                .errorHandler(noErrorHandler())
                .setBody(simple("${variable.factQuery.filter.parameters}"))
                .to(query("lineage/select-customer-keys"))
                .setVariable("customers", body())
                .setBody(simple("${variable.factQuery.filter.parameters}"))
                .to(query("lineage/select-product-keys"))
                .bean(Facts.class, "parameters(${variable.factQuery}, ${variable.customers}, ${body})")
                .to(query("lineage/select-facts"))
                .bean(Facts.class, "listing(${body}, ${variable.factQuery})");

        from(direct(FIND_RAW_RECORD))
                .routeId(FIND_RAW_RECORD)
                .errorHandler(noErrorHandler())
                .setVariable("place", method(RawRecords.class, "named(${variable.request})"))
                .setBody(simple("${variable.place.parameters}"))
                .to(query("lineage/select-file").outputType("SelectOne"))
                .policy(FEW_ARCHIVED_FILES)
                .bean(RawRecords.class, "find(${body}, ${variable.place})");
    }
}
