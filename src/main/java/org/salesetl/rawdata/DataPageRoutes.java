package org.salesetl.rawdata;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.web.HttpAnswerRoutes.SEE_OTHER;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Serves the pages with the rows of the four tables. */
@Component
class DataPageRoutes extends HttpRoutes {

    static final String SHOW_DATA = "show-data";
    static final String SHOW_SALES_FIRST = "show-sales-first";

    private final DataPage page;

    DataPageRoutes(DataPage page) {
        this.page = page;
    }

    @Override
    public void configure() {
        getPage("/data/{table}", SHOW_DATA)
                .setBody(makeOfRequest(DataQuery::of))
                .to(direct(DataRoutes.LIST_DATA))
                .setBody(makeWithRequest(
                        DataListing.class, (listing, request) -> page.page(listing, DataQuery.of(request), request)))
                .to(direct(WRITE_PAGE));

        getPage("/data", SHOW_SALES_FIRST)
                .setBody(constant("/data/" + DataTable.FACT_SALES.label()))
                .to(direct(SEE_OTHER));
    }
}
