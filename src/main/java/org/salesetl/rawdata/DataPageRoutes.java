package org.salesetl.rawdata;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows the rows of the four tables to people. */
@Component
class DataPageRoutes extends HttpRoutes {

    static final String SHOW_DATA = "show-data";
    static final String SHOW_SALES_FIRST = "show-sales-first";

    @Override
    public void configure() {
        getPage("/data/{table}", SHOW_DATA)
                .bean(DataQuery.class, "of(${variable.request})")
                .to(direct(DataRoutes.LIST_DATA))
                .bean(DataPage.class, "page(${body}, ${variable.dataQuery}, ${variable.request})")
                .to(direct(WRITE_PAGE));

        getPage("/data", SHOW_SALES_FIRST)
                .setHeader(HTTP_RESPONSE_CODE, constant(303))
                .setHeader("Location", constant("/data/" + DataTable.FACT_SALES.label()))
                .setBody(constant(""));
    }
}
