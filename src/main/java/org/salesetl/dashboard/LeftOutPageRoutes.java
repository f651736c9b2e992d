package org.salesetl.dashboard;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import java.util.Map;
import org.salesetl.leftout.LeftOutListing;
import org.salesetl.leftout.LeftOutQuery;
import org.salesetl.leftout.LeftOutRoutes;
import org.salesetl.web.HttpRoutes;
import org.salesetl.web.Page;
import org.salesetl.web.Paging;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Shows the rows of a file that are no sale. */
@Component
class LeftOutPageRoutes extends HttpRoutes {

    static final String SHOW_LEFT_OUT_ROWS = "show-left-out-rows";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        getPage("/files/{file}/left-out", SHOW_LEFT_OUT_ROWS)
                .setBody(makeOfRequest(LeftOutQuery::of))
                .to(direct(LeftOutRoutes.LIST_LEFT_OUT_ROWS))
                .setBody(makeWithRequest(LeftOutListing.class, LeftOutPageRoutes::page))
                .to(direct(WRITE_PAGE));
    }
    // spotless:on

    private static Page page(LeftOutListing listing, WebRequest request) {
        LeftOutQuery query = LeftOutQuery.of(request);
        return new Page(
                "left-out",
                Map.of(
                        "listing",
                        listing,
                        "json",
                        "/api" + request.url(),
                        "paging",
                        Paging.of(
                                request,
                                query.limit(),
                                query.offset(),
                                listing.rows().size(),
                                listing.total())));
    }
}
