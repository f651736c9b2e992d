package org.salesetl.rawdata;

import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;

import org.apache.camel.Exchange;
import org.apache.camel.component.sql.SqlConstants;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows the rows of the four tables. */
@Component
public class DataRoutes extends HttpRoutes {

    /** Takes a {@link DataQuery} and gives the {@link DataListing}. */
    public static final String LIST_DATA = "list-data";

    static final String SERVE_DATA = "serve-data";
    static final String SERVE_DATA_AS_CSV = "serve-data-as-csv";
    static final String SERVE_DATA_AS_WORKBOOK = "serve-data-as-workbook";

    /** The least number there is tells the driver not to hold the whole result. */
    private static final String ONE_ROW_AT_A_TIME =
            "sql:classpath:sql/rawdata/fact_sales.sql?outputType=StreamList&template.fetchSize=" + Integer.MIN_VALUE;

    @Override
    public void configure() {
        get("/api/data/{table}", SERVE_DATA)
                .bean(DataQuery.class, "of(${variable.request})")
                .to(direct(LIST_DATA))
                .to(direct(WRITE_JSON));

        export("csv", SERVE_DATA_AS_CSV, "text/csv; charset=utf-8");
        export("xlsx", SERVE_DATA_AS_WORKBOOK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        from(direct(LIST_DATA))
                .routeId(LIST_DATA)
                .errorHandler(noErrorHandler())
                .setVariable("dataQuery", body())
                .setHeader(SqlConstants.SQL_QUERY, method(DataStatements.class, "select(${variable.dataQuery})"))
                .setBody(simple("${variable.dataQuery.parameters}"))
                .to(sql("classpath:sql/rawdata/fact_sales.sql"))
                .removeHeader(SqlConstants.SQL_QUERY)
                .setVariable("dataRows", body())
                .setBody(simple("${variable.dataQuery.parameters}"))
                .toD("sql:classpath:sql/rawdata/${variable.dataQuery.table.table}-count.sql?outputType=SelectOne")
                .bean(DataStatements.class, "listing(${variable.dataRows}, ${body}, ${variable.dataQuery})");
    }

    /** All rows that match, as a file: it is complete before it is sent, so that no failure cuts it unnoticed. */
    private void export(String ending, String routeId, String contentType) {
        get("/api/data/{table}." + ending, routeId)
                .bean(DataQuery.class, "of(${variable.request})")
                .setVariable("dataQuery", simple("${body.unlimited}"))
                .setHeader(SqlConstants.SQL_QUERY, method(DataStatements.class, "select(${variable.dataQuery})"))
                .setBody(simple("${variable.dataQuery.parameters}"))
                .to(ONE_ROW_AT_A_TIME)
                .removeHeader(SqlConstants.SQL_QUERY)
                .bean(DataExport.class, ending + "(${body}, ${variable.dataQuery.table})")
                .setHeader(Exchange.CONTENT_TYPE, constant(contentType))
                .setHeader(
                        "Content-Disposition",
                        simple("attachment; filename=\"${variable.dataQuery.table.table}." + ending + "\""));
    }
}
