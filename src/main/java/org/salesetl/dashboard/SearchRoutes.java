package org.salesetl.dashboard;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.makeOfRows;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;

import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Finds products and customers while a user types. */
@Component
class SearchRoutes extends HttpRoutes {

    static final String SEARCH_PRODUCTS = "search-products";
    static final String SEARCH_CUSTOMERS = "search-customers";

    /** Takes a {@link Suggestion}, and stores what its text may mean. */
    static final String SUGGEST = "suggest";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        get("/api/search/products", SEARCH_PRODUCTS, takes(Search.TEXT).answersListOf(Search.Found.class))
                .setBody(makeOfRequest(Search::parameters))
                .to(query("dashboard/search-products"))
                .setBody(makeOfRows(Search::found))
                .to(direct(WRITE_JSON));

        get("/api/search/customers", SEARCH_CUSTOMERS, takes(Search.TEXT).answersListOf(Search.Found.class))
                .setBody(makeOfRequest(Search::parameters))
                .to(query("dashboard/search-customers"))
                .setBody(makeOfRows(Search::found))
                .to(direct(WRITE_JSON));

        from(direct(SUGGEST))
                .routeId(SUGGEST)
                .errorHandler(noErrorHandler())
                .choice()
                    .when(is(Suggestion.class, suggestion -> suggestion.kind() == ProfileKind.PRODUCT))
                        .enrich(query("dashboard/search-products"), tellRows(Suggestion.class, Suggestion::found))
                    .otherwise()
                        .enrich(query("dashboard/search-customers"), tellRows(Suggestion.class, Suggestion::found))
                .end();
    }
    // spotless:on
}
