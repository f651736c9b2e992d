package org.salesetl.web;

import org.apache.camel.Exchange;
import org.apache.camel.builder.EndpointConsumerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.apache.camel.model.ProcessorDefinition;

/** What routes that answer HTTP requests start with. */
public abstract class HttpRoutes extends EndpointRouteBuilder {

    /** The {@link WebRequest}, as a variable of the exchange. */
    protected static final String REQUEST = "request";

    /** Answers GET with JSON or an image; what goes wrong becomes a problem in JSON. */
    protected ProcessorDefinition<?> get(String path, String routeId) {
        return start(path, "GET", routeId, HttpErrorPolicy.API);
    }

    /** Answers POST with JSON; what goes wrong becomes a problem in JSON. */
    protected ProcessorDefinition<?> post(String path, String routeId) {
        return start(path, "POST", routeId, HttpErrorPolicy.API);
    }

    /**
     * Answers PUT of a file with JSON. The file is the body of the message, on disk if it is large, and gone when the route
     * and a run that it starts have ended; a request that breaks off never gets here.
     */
    protected ProcessorDefinition<?> put(String path, String routeId) {
        return start(
                platformHttp(path).httpMethodRestrict("PUT").advanced().useStreaming(true),
                routeId,
                HttpErrorPolicy.API);
    }

    /** Answers GET with a page; what goes wrong becomes a page too. */
    protected ProcessorDefinition<?> getPage(String path, String routeId) {
        return start(path, "GET", routeId, HttpErrorPolicy.PAGE);
    }

    /** Answers a form that a page sends; what goes wrong becomes a page. */
    protected ProcessorDefinition<?> postForm(String path, String routeId) {
        return start(path, "POST", routeId, HttpErrorPolicy.PAGE);
    }

    /** The method is always named, since an endpoint without one serves them all; no header of a client goes further. */
    private ProcessorDefinition<?> start(String path, String method, String routeId, String errorPolicy) {
        return start(platformHttp(path).httpMethodRestrict(method), routeId, errorPolicy);
    }

    private ProcessorDefinition<?> start(EndpointConsumerBuilder endpoint, String routeId, String errorPolicy) {
        return from(endpoint)
                .routeId(routeId)
                .routeConfigurationId(errorPolicy)
                .process(HttpRoutes::takeRequest)
                .removeHeaders("*");
    }

    private static void takeRequest(Exchange exchange) {
        exchange.setVariable(
                REQUEST,
                WebRequest.of(exchange.getMessage(PlatformHttpMessage.class).getRequest()));
    }
}
