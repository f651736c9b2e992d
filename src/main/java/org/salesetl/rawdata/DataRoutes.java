package org.salesetl.rawdata;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.makeOf;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tell;
import static org.salesetl.TypedSteps.tellEach;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.web.HttpAnswerRoutes.ADMIT_EXPORT;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_CSV;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_WORKBOOK;

import java.util.Iterator;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.sql.SqlConstants;
import org.apache.camel.model.ChoiceDefinition;
import org.salesetl.OneRowAtATimePolicy;
import org.salesetl.web.HttpRoutes;
import org.salesetl.web.Table;
import org.springframework.stereotype.Component;

/** Shows the rows of the four tables. */
@Component
public class DataRoutes extends HttpRoutes {

    /** Takes a {@link DataQuery} and gives the {@link DataListing}. */
    public static final String LIST_DATA = "list-data";

    static final String CHECK_ROWS_TO_READ = "check-rows-to-read";
    static final String COUNT_ROWS_IN_TABLE = "count-rows-in-table";
    static final String TABULATE_DATA = "tabulate-data";
    static final String SERVE_DATA = "serve-data";
    static final String SERVE_DATA_AS_CSV = "serve-data-as-csv";
    static final String SERVE_DATA_AS_WORKBOOK = "serve-data-as-workbook";

    /** The header {@code CamelSqlQuery} has the statement. The endpoint needs a file as well, and ignores it. */
    private static final String STATEMENT_FROM_HEADER = "rawdata/fact_sales";

    private final DataStatements statements;

    DataRoutes(DataStatements statements) {
        this.statements = statements;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        get("/api/data/{table}", SERVE_DATA, takes(DataQuery.INPUTS).and(DataQuery.PARTS).answers(DataListing.class))
                .setBody(makeOfRequest(DataQuery::of))
                .to(direct(LIST_DATA))
                .to(direct(WRITE_JSON));

        get("/api/data/{table}.csv", SERVE_DATA_AS_CSV, takes(DataQuery.INPUTS).answersCsv())
                .to(direct(TABULATE_DATA))
                .to(direct(WRITE_CSV));

        get("/api/data/{table}.xlsx", SERVE_DATA_AS_WORKBOOK, takes(DataQuery.INPUTS).answersWorkbook())
                .to(direct(TABULATE_DATA))
                .to(direct(WRITE_WORKBOOK));

        from(direct(LIST_DATA))
                .routeId(LIST_DATA)
                .errorHandler(noErrorHandler())
                .setBody(make(DataQuery.class, DataDraft::new))
                .to(direct(CHECK_ROWS_TO_READ))
                .setHeader(SqlConstants.SQL_QUERY, make(DataDraft.class, draft -> statements.select(draft.query())))
                .enrich(query(STATEMENT_FROM_HEADER), tellRows(DataDraft.class, DataDraft::found))
                .filter(is(DataDraft.class, DataDraft::isFiltered))
                    .setHeader(SqlConstants.SQL_QUERY, make(DataDraft.class, draft -> statements.count(draft.query())))
                    .enrich(query(STATEMENT_FROM_HEADER).outputType("SelectOne"), tell(DataDraft.class, Number.class, DataDraft::counted))
                .end()
                .removeHeader(SqlConstants.SQL_QUERY)
                .setBody(make(DataDraft.class, statements::listing));

        // the rows are read while they are written; enrich would close the statement before that
        from(direct(TABULATE_DATA))
                .routeId(TABULATE_DATA)
                .errorHandler(noErrorHandler())
                .to(direct(ADMIT_EXPORT))
                .setBody(makeOfRequest(request -> new DataDraft(DataQuery.of(request).unlimited())))
                .to(direct(CHECK_ROWS_TO_READ))
                .setHeader(SqlConstants.SQL_QUERY, make(DataDraft.class, draft -> statements.select(draft.query())))
                .to(query(STATEMENT_FROM_HEADER)
                        .outputType("StreamList")
                        .advanced()
                        .prepareStatementStrategy("#" + OneRowAtATimePolicy.NAME))
                .removeHeader(SqlConstants.SQL_QUERY)
                .setBody(makeOf(this::table));

        from(direct(CHECK_ROWS_TO_READ))
                .routeId(CHECK_ROWS_TO_READ)
                .errorHandler(noErrorHandler())
                .to(direct(COUNT_ROWS_IN_TABLE))
                .filter(is(DataDraft.class, DataDraft::needsIndex))
                    .filter(is(DataDraft.class, DataDraft::isNarrow))
                        .setHeader(SqlConstants.SQL_QUERY, make(DataDraft.class, draft -> statements.count(draft.narrowed())))
                        .split(make(DataDraft.class, DataDraft::narrowed), tellEach(DataDraft.class, Number.class, DataDraft::narrowedTo))
                            .stopOnException()
                            .to(query(STATEMENT_FROM_HEADER).outputType("SelectOne"))
                        .end()
                        .removeHeader(SqlConstants.SQL_QUERY)
                    .end()
                    .process(on(DataDraft.class, DataDraft::checkRowsToRead))
                .end();

        ChoiceDefinition totals = from(direct(COUNT_ROWS_IN_TABLE))
                .routeId(COUNT_ROWS_IN_TABLE)
                .errorHandler(noErrorHandler())
                .choice();
        for (DataTable table : DataTable.values()) {
            totals
                    .when(is(DataDraft.class, draft -> draft.query().table() == table))
                        .enrich(query("rawdata/" + table.label() + "-total").outputType("SelectOne"), tell(DataDraft.class, Number.class, DataDraft::rowsInTable));
        }
    }
    // spotless:on

    @SuppressWarnings("unchecked")
    private Table table(Exchange exchange) {
        Iterator<Map<String, Object>> rows = exchange.getMessage().getBody(Iterator.class);
        return statements.table(rows, DataQuery.of(asked(exchange)));
    }
}
