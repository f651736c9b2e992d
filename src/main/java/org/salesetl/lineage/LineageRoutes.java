package org.salesetl.lineage;

import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.TypedSteps.withRow;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Lists the sales behind a number, and shows records as they were dropped, as JSON and as pages. */
@Component
public class LineageRoutes extends HttpRoutes {

    /** Takes a {@link FactQuery} and gives the {@link FactListing}. */
    public static final String LIST_FACTS = "list-facts";

    static final String SERVE_FACTS = "serve-facts";
    static final String SHOW_FACTS = "show-facts";
    static final String SERVE_RAW_RECORD = "serve-raw-record";
    static final String SHOW_RAW_RECORD = "show-raw-record";

    /** Takes a {@link RawRecords.Place} and gives the {@link RawRecord}. */
    static final String FIND_RAW_RECORD = "find-raw-record";

    private final Facts facts;
    private final RawRecords records;
    private final LineagePage page;

    LineageRoutes(Facts facts, RawRecords records, LineagePage page) {
        this.facts = facts;
        this.records = records;
        this.page = page;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        get("/api/facts", SERVE_FACTS)
                .setBody(makeOfRequest(FactQuery::of))
                .to(direct(LIST_FACTS))
                .to(direct(WRITE_JSON));

        getPage("/facts", SHOW_FACTS)
                .setBody(makeOfRequest(FactQuery::of))
                .to(direct(LIST_FACTS))
                .setBody(makeWithRequest(FactListing.class, (listing, request) -> page.facts(listing, FactQuery.of(request), request)))
                .to(direct(WRITE_PAGE));

        get("/api/files/{file}/lines/{line}", SERVE_RAW_RECORD)
                .setBody(makeOfRequest(RawRecords::named))
                .to(direct(FIND_RAW_RECORD))
                .to(direct(WRITE_JSON));

        getPage("/files/{file}/lines/{line}", SHOW_RAW_RECORD)
                .setBody(makeOfRequest(RawRecords::named))
                .to(direct(FIND_RAW_RECORD))
                .setBody(make(RawRecord.class, page::record))
                .to(direct(WRITE_PAGE));

        from(direct(LIST_FACTS))
                .routeId(LIST_FACTS)
                .errorHandler(noErrorHandler())
                .setBody(make(FactQuery.class, FactDraft::new))
                .enrich(query("lineage/select-customer-keys"), tellRows(FactDraft.class, FactDraft::customers))
                .enrich(query("lineage/select-product-keys"), tellRows(FactDraft.class, FactDraft::products))
                .process(on(FactDraft.class, facts::useKeys))
                .enrich(query("lineage/select-facts"), tellRows(FactDraft.class, FactDraft::found))
                .setBody(make(FactDraft.class, facts::listing));

        from(direct(FIND_RAW_RECORD))
                .routeId(FIND_RAW_RECORD)
                .errorHandler(noErrorHandler())
                .enrich(query("lineage/select-file").outputType("SelectOne"), withRow(RawRecords.Place.class, RawRecords.Found::new))
                .policy(FEW_ARCHIVED_FILES)
                    .setBody(make(RawRecords.Found.class, records::find))
                .end();
    }
    // spotless:on
}
