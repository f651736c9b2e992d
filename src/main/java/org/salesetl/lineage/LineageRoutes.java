package org.salesetl.lineage;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.makeOf;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tellRow;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.TypedSteps.withRow;
import static org.salesetl.web.HttpAnswerRoutes.ADMIT_EXPORT;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_CSV;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_WORKBOOK;

import java.util.Iterator;
import org.apache.camel.Exchange;
import org.salesetl.OneRowAtATimePolicy;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.HttpRoutes;
import org.salesetl.web.Input;
import org.salesetl.web.Table;
import org.springframework.stereotype.Component;

/** Lists the sales behind a number, and shows records as they were dropped, as JSON and as pages. */
@Component
public class LineageRoutes extends HttpRoutes {

    /** Takes a {@link FactQuery} and gives the {@link FactListing}. */
    public static final String LIST_FACTS = "list-facts";

    static final String SERVE_FACTS = "serve-facts";
    static final String SHOW_FACTS = "show-facts";
    static final String SERVE_FACTS_AS_CSV = "serve-facts-as-csv";
    static final String SERVE_FACTS_AS_WORKBOOK = "serve-facts-as-workbook";
    static final String TABULATE_FACTS = "tabulate-facts";

    /** Takes a {@link FactQuery} and gives the {@link FactDraft} with the keys of its customers and products. */
    static final String FIND_KEYS = "find-keys-of-facts";

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
        get("/api/facts", SERVE_FACTS, takes(FactQuery.PARAMETERS).and(MetricFilter.PARAMETERS).and(FactQuery.PARTS).answers(FactListing.class))
                .setBody(makeOfRequest(FactQuery::of))
                .to(direct(LIST_FACTS))
                .to(direct(WRITE_JSON));

        getPage("/facts", SHOW_FACTS)
                .setBody(makeOfRequest(FactQuery::of))
                .to(direct(LIST_FACTS))
                .setBody(makeWithRequest(FactListing.class, (listing, request) -> page.facts(listing, FactQuery.of(request), request)))
                .to(direct(WRITE_PAGE));

        get("/api/facts.csv", SERVE_FACTS_AS_CSV, takes(FactQuery.PARAMETERS).and(MetricFilter.PARAMETERS).answersCsv())
                .to(direct(TABULATE_FACTS))
                .to(direct(WRITE_CSV));

        get("/api/facts.xlsx", SERVE_FACTS_AS_WORKBOOK, takes(FactQuery.PARAMETERS).and(MetricFilter.PARAMETERS).answersWorkbook())
                .to(direct(TABULATE_FACTS))
                .to(direct(WRITE_WORKBOOK));

        get("/api/files/{file}/lines/{line}", SERVE_RAW_RECORD, takes(Input.id("file"), Input.id("line")).answers(RawRecord.class))
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
                .to(direct(FIND_KEYS))
                .enrich(query("lineage/select-facts"), tellRows(FactDraft.class, FactDraft::found))
                .filter(is(FactDraft.class, draft -> draft.query().summed()))
                    .enrich(query("lineage/sum-facts").outputType("SelectOne"), tellRow(FactDraft.class, FactDraft::summed))
                .end()
                .setBody(make(FactDraft.class, facts::listing));

        // the rows are read while they are written; enrich would close the statement before that
        from(direct(TABULATE_FACTS))
                .routeId(TABULATE_FACTS)
                .errorHandler(noErrorHandler())
                .to(direct(ADMIT_EXPORT))
                .setBody(makeOfRequest(request -> FactQuery.of(request).unlimited()))
                .to(direct(FIND_KEYS))
                .to(query("lineage/select-facts")
                        .outputType("StreamList")
                        .advanced()
                        .prepareStatementStrategy("#" + OneRowAtATimePolicy.NAME))
                .setBody(makeOf(this::table));

        from(direct(FIND_KEYS))
                .routeId(FIND_KEYS)
                .errorHandler(noErrorHandler())
                .setBody(make(FactQuery.class, FactDraft::new))
                .enrich(query("lineage/select-customer-keys"), tellRows(FactDraft.class, FactDraft::customers))
                .enrich(query("lineage/select-product-keys"), tellRows(FactDraft.class, FactDraft::products))
                .process(on(FactDraft.class, facts::useKeys));

        from(direct(FIND_RAW_RECORD))
                .routeId(FIND_RAW_RECORD)
                .errorHandler(noErrorHandler())
                .enrich(query("lineage/select-file").outputType("SelectOne"), withRow(RawRecords.Place.class, RawRecords.Found::new))
                .policy(FEW_ARCHIVED_FILES)
                    .setBody(makeWithRequest(RawRecords.Found.class, (found, request) -> records.find(found, request.caller())))
                .end();
    }
    // spotless:on

    @SuppressWarnings("unchecked")
    private Table table(Exchange exchange) {
        return facts.table(exchange.getMessage().getBody(Iterator.class));
    }
}
