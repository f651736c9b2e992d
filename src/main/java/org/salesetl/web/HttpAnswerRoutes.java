package org.salesetl.web;

import static org.apache.camel.Exchange.CONTENT_TYPE;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.springframework.stereotype.Component;

/** How answers are written. */
@Component
public class HttpAnswerRoutes extends EndpointRouteBuilder {

    /** Writes the body as JSON. */
    public static final String WRITE_JSON = "write-json";

    /** Renders a {@link Page}. */
    public static final String WRITE_PAGE = "write-page";

    static final String WRITE_PROBLEM = "write-problem";
    static final String WRITE_ERROR_PAGE = "write-error-page";

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(WRITE_JSON))
                .routeId(WRITE_JSON)
                .marshal()
                .json(JsonLibrary.Jackson)
                .setHeader(CONTENT_TYPE, constant("application/json"))
                .setHeader("Cache-Control", constant("no-cache"));

        from(direct(WRITE_PAGE))
                .routeId(WRITE_PAGE)
                .bean(PageRenderer.class, "render(${body}, ${variable.request})")
                .setHeader(CONTENT_TYPE, constant("text/html; charset=utf-8"))
                .setHeader("Cache-Control", constant("no-store"));

        from(direct(WRITE_PROBLEM))
                .routeId(WRITE_PROBLEM)
                .bean(Problem.class, "of(${header.CamelHttpResponseCode}, ${exception}, ${variable.request})")
                .marshal()
                .json(JsonLibrary.Jackson)
                .setHeader(CONTENT_TYPE, constant("application/problem+json"));

        from(direct(WRITE_ERROR_PAGE))
                .routeId(WRITE_ERROR_PAGE)
                .bean(Problem.class, "of(${header.CamelHttpResponseCode}, ${exception}, ${variable.request})")
                .bean(Page.class, "problem")
                .to(direct(WRITE_PAGE));
    }
}
