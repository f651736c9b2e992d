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

    static final String TABULATE_DATA = "tabulate-data";
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
                .setHeader(SqlConstants.SQL_QUERY, method(DataStatements.class, "select(${variable.dataQuery})"))
                .setBody(simple("${variable.dataQuery.parameters}"))
                .to(sql("classpath:sql/rawdata/fact_sales.sql"))
                .removeHeader(SqlConstants.SQL_QUERY)
                .setVariable("dataRows", body())
                .setBody(simple("${variable.dataQuery.parameters}"))
                .toD("sql:classpath:sql/rawdata/${variable.dataQuery.table.table}-count.sql?outputType=SelectOne")
                .bean(DataStatements.class, "listing(${variable.dataRows}, ${body}, ${variable.dataQuery})");

        from(direct(TABULATE_DATA))
                .routeId(TABULATE_DATA)
                .errorHandler(noErrorHandler())
                .bean(DataQuery.class, "of(${variable.request})")
                .setVariable("dataQuery", simple("${body.unlimited}"))
                .setHeader(SqlConstants.SQL_QUERY, method(DataStatements.class, "select(${variable.dataQuery})"))
                .setBody(simple("${variable.dataQuery.parameters}"))
                .to(ONE_ROW_AT_A_TIME)
                .removeHeader(SqlConstants.SQL_QUERY)
                .bean(DataStatements.class, "table(${body}, ${variable.dataQuery})");
    }
}
