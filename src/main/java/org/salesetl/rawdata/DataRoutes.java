package org.salesetl.rawdata;

import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;

import org.apache.camel.component.sql.SqlConstants;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows the rows of the four tables. */
@Component
public class DataRoutes extends HttpRoutes {

    /** Takes a {@link DataQuery} and gives the {@link DataListing}. */
    public static final String LIST_DATA = "list-data";

    static final String SERVE_DATA = "serve-data";

    @Override
    public void configure() {
        get("/api/data/{table}", SERVE_DATA)
                .bean(DataQuery.class, "of(${variable.request})")
                .to(direct(LIST_DATA))
                .to(direct(WRITE_JSON));

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
}
