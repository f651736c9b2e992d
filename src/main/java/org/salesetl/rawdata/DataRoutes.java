package org.salesetl.rawdata;

import static org.salesetl.web.HttpAnswerRoutes.WRITE_CSV;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_WORKBOOK;

import org.apache.camel.component.sql.SqlConstants;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows the rows of the four tables. */
@Component
public class DataRoutes extends HttpRoutes {

    /** Takes a {@link DataQuery} and gives the {@link DataListing}. */
    public static final String LIST_DATA = "list-data";

    static final String CHECK_ROWS_TO_LOOK_THROUGH = "check-rows-to-look-through";
    static final String TABULATE_DATA = "tabulate-data";
    static final String SERVE_DATA = "serve-data";
    static final String SERVE_DATA_AS_CSV = "serve-data-as-csv";
    static final String SERVE_DATA_AS_WORKBOOK = "serve-data-as-workbook";

    /** Which statement is in the header; the endpoint wants one nevertheless. */
    private static final String STATEMENT_OF_HEADER = "rawdata/fact_sales";

    private static final String ONE_ROW_AT_A_TIME =
            "&outputType=StreamList&prepareStatementStrategy=#" + OneRowAtATimePolicy.NAME;

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        get("/api/data/{table}", SERVE_DATA)
                .bean(DataQuery.class, "of(${variable.request})")
                .to(direct(LIST_DATA))
                .to(direct(WRITE_JSON));

        get("/api/data/{table}.csv", SERVE_DATA_AS_CSV)
                .to(direct(TABULATE_DATA))
                .to(direct(WRITE_CSV));

        get("/api/data/{table}.xlsx", SERVE_DATA_AS_WORKBOOK)
                .to(direct(TABULATE_DATA))
                .to(direct(WRITE_WORKBOOK));

        from(direct(LIST_DATA))
                .routeId(LIST_DATA)
                .errorHandler(noErrorHandler())
                .setVariable("dataQuery", body())
                .to(direct(CHECK_ROWS_TO_LOOK_THROUGH))
                .setHeader(SqlConstants.SQL_QUERY, method(DataStatements.class, "select(${variable.dataQuery})"))
                .setBody(simple("${variable.dataQuery.parameters}"))
                .to(query(STATEMENT_OF_HEADER))
                .setVariable("dataRows", body())
                .setBody(simple("${variable.rowsInTable}"))
                .filter(simple("${variable.dataQuery.whole} == false"))
                    .setHeader(SqlConstants.SQL_QUERY, method(DataStatements.class, "count(${variable.dataQuery})"))
                    .setBody(simple("${variable.dataQuery.parameters}"))
                    .to(query(STATEMENT_OF_HEADER).outputType("SelectOne"))
                .end()
                .removeHeader(SqlConstants.SQL_QUERY)
                .bean(DataStatements.class, "listing(${variable.dataRows}, ${body}, ${variable.dataQuery})");

        from(direct(TABULATE_DATA))
                .routeId(TABULATE_DATA)
                .errorHandler(noErrorHandler())
                .bean(DataQuery.class, "of(${variable.request})")
                .setVariable("dataQuery", simple("${body.unlimited}"))
                .to(direct(CHECK_ROWS_TO_LOOK_THROUGH))
                .setHeader(SqlConstants.SQL_QUERY, method(DataStatements.class, "select(${variable.dataQuery})"))
                .setBody(simple("${variable.dataQuery.parameters}"))
                .to(queryUri(STATEMENT_OF_HEADER) + ONE_ROW_AT_A_TIME)
                .removeHeader(SqlConstants.SQL_QUERY)
                .bean(DataStatements.class, "table(${body}, ${variable.dataQuery})");

        from(direct(CHECK_ROWS_TO_LOOK_THROUGH))
                .routeId(CHECK_ROWS_TO_LOOK_THROUGH)
                .errorHandler(noErrorHandler())
                .toD(queryUri("rawdata/${variable.dataQuery.table.label}-total") + "&outputType=SelectOne")
                .setVariable("rowsInTable", body())
                .filter(method(DataStatements.class, "needsIndex(${variable.dataQuery}, ${variable.rowsInTable})"))
                    .filter(method(DataStatements.class, "isNarrow(${variable.dataQuery})"))
                        .setVariable("narrow", simple("${variable.dataQuery.narrowed}"))
                        .setHeader(SqlConstants.SQL_QUERY, method(DataStatements.class, "count(${variable.narrow})"))
                        .setBody(simple("${variable.narrow.parameters}"))
                        .to(query(STATEMENT_OF_HEADER).outputType("SelectOne"))
                        .removeHeader(SqlConstants.SQL_QUERY)
                    .end()
                    .bean(DataStatements.class, "checkLookedThrough(${variable.dataQuery}, ${body})")
                .end();
    }
    // spotless:on
}
