package org.salesetl.api;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.makeOf;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import java.util.Map;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Serves the description of the API. */
@Component
class ApiRoutes extends HttpRoutes {

    static final String SERVE_API = "serve-api";
    static final String SHOW_API = "show-api";

    private final ApiDocument document;
    private final ApiPage page;

    ApiRoutes(ApiDocument document, ApiPage page) {
        this.document = document;
        this.page = page;
    }

    @Override
    public void configure() {
        get("/openapi.json", SERVE_API, takes().answers(Map.class))
                .setBody(makeOf(exchange -> document.document()))
                .to(direct(WRITE_JSON));

        getPage("/openapi", SHOW_API).setBody(makeOf(exchange -> page.page())).to(direct(WRITE_PAGE));
    }
}
