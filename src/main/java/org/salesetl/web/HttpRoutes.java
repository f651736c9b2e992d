package org.salesetl.web;

import static java.util.Objects.requireNonNull;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.platformHttp;
import static org.salesetl.TypedSteps.asBefore;
import static org.salesetl.TypedSteps.makeOf;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.salesetl.QueryRoutes;
import org.salesetl.TypedSteps;

/** The base class of all routes that answer HTTP requests. */
public abstract class HttpRoutes extends QueryRoutes implements ApiCalls {

    /** The {@link WebRequest}, as a variable of the exchange. */
    protected static final String REQUEST = "request";

    /**
     * What a request changes, as it was before and as it is after, as variables of the exchange: texts for the audit. A route sets them if
     * the request itself does not say enough.
     */
    protected static final String BEFORE = "before";

    protected static final String AFTER = "after";

    /** Takes the exchange of a request that has changed something, and enters it into the audit. */
    protected static final String ENTER_DEED = "enter-deed";

    /** The text of a request without a form, as a variable of the exchange. */
    private static final String SENT = "sent";

    /** Set if the answer is no error, but nothing has been done. */
    static final String REFUSED = "refused";

    private static final int OK = 200;

    /** The policy for steps that read an archived file while a client waits: only a few of these steps run at once. */
    protected static final String FEW_ARCHIVED_FILES = WebConfiguration.ARCHIVED_FILES;

    private final List<ApiCall> calls = new ArrayList<>();

    /** The calls of the API that these routes answer. */
    @Override
    public List<ApiCall> calls() {
        return List.copyOf(calls);
    }

    /** Describes a call that takes these parts of the path and parameters. */
    protected static ApiOperation takes(Input... inputs) {
        return takes(List.of(inputs));
    }

    /** Describes a call that takes these parts of the path and parameters. */
    protected static ApiOperation takes(List<? extends Input> inputs) {
        return ApiOperation.of(inputs);
    }

    /** Answers GET with JSON, a file or an image. A failure becomes a problem in JSON. */
    protected ProcessorDefinition<?> get(String path, String routeId, ApiOperation operation) {
        return call(path, "GET", routeId, operation);
    }

    /** Answers POST with JSON. A failure becomes a problem in JSON. */
    protected ProcessorDefinition<?> post(String path, String routeId, ApiOperation operation) {
        return call(path, "POST", routeId, operation);
    }

    /**
     * Answers PUT of a file with JSON. The body of the message is a stream that reads the file while the file arrives. The stream can be
     * read once, and fails if the request breaks off.
     */
    protected ProcessorDefinition<?> put(String path, String routeId, ApiOperation operation) {
        return call(path, "PUT", routeId, operation).process(HttpRoutes::takeBody);
    }

    /** Answers DELETE. A failure becomes a problem in JSON. */
    protected ProcessorDefinition<?> delete(String path, String routeId, ApiOperation operation) {
        return call(path, "DELETE", routeId, operation);
    }

    /** Answers GET with a page. A failure becomes a page too. */
    protected ProcessorDefinition<?> getPage(String path, String routeId) {
        return start(path, "GET", routeId, HttpErrorPolicy.PAGE);
    }

    /** Answers the form of a page. A failure becomes a page. */
    protected ProcessorDefinition<?> postForm(String path, String routeId) {
        return start(path, "POST", routeId, HttpErrorPolicy.PAGE);
    }

    private ProcessorDefinition<?> call(String path, String method, String routeId, ApiOperation operation) {
        calls.add(new ApiCall(method, path, routeId, operation));
        return start(path, method, routeId, HttpErrorPolicy.API);
    }

    /**
     * Starts a route. The method is always named, because an endpoint without a method serves all methods. All headers of the client are
     * removed.
     */
    private ProcessorDefinition<?> start(String path, String method, String routeId, String errorPolicy) {
        RouteDefinition route = from(platformHttp(path)
                        .httpMethodRestrict(method)
                        .advanced()
                        .exceptionHandler("#" + BrokenAnswerPolicy.NAME))
                .routeId(routeId)
                .routeConfigurationId(errorPolicy)
                // a stream must not be copied: an uploaded file is read while it arrives, and an export while it is
                // sent
                .streamCache("false");
        if (!method.equals("GET")) {
            route.onCompletion()
                    .modeBeforeConsumer()
                    .onCompleteOnly()
                    .onWhen(variable(REFUSED).isNull())
                    .enrich(direct(ENTER_DEED), asBefore())
                    .end();
        }
        route.process(HttpRoutes::takeRequest);
        if (method.equals("POST")) {
            // the body is small, and in memory already
            route.convertBodyTo(String.class);
            if (errorPolicy.equals(HttpErrorPolicy.API)) {
                route.setVariable(SENT, body());
            }
        }
        return route.removeHeaders("*")
                .policy(method.equals("PUT") ? WebConfiguration.UPLOADS : WebConfiguration.REQUESTS);
    }

    /** What the request of this exchange has changed. */
    protected static Deed deed(Exchange exchange) {
        return Deed.of(
                asked(exchange),
                String.valueOf(exchange.getFromRouteId()),
                exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, OK, Integer.class),
                exchange.getVariable(BEFORE, String.class),
                exchange.getVariable(AFTER, exchange.getVariable(SENT, "", String.class), String.class));
    }

    /** The request of the client. */
    protected static WebRequest asked(Exchange exchange) {
        return exchange.getVariable(REQUEST, WebRequest.class);
    }

    /** For {@code setBody}: the value that the function makes from the request. */
    protected static Expression makeOfRequest(TypedSteps.Function<WebRequest> function) {
        return makeOf(exchange -> function.apply(asked(exchange)));
    }

    /** For {@code setBody}: the value that the function makes from the body and the request. */
    protected static <B> Expression makeWithRequest(Class<B> type, TypedSteps.ValueFunction<B, WebRequest> function) {
        return makeOf(exchange ->
                function.apply(type.cast(requireNonNull(exchange.getMessage().getBody())), asked(exchange)));
    }

    /** For {@code setBody}: the value that the function makes from the text of the request; the text is null if there is none. */
    protected static Expression makeOfText(TypedSteps.NullableFunction<String> function) {
        return makeOf(exchange -> function.apply(exchange.getMessage().getBody(String.class)));
    }

    private static void takeBody(Exchange exchange) throws IOException {
        exchange.getMessage().setBody(UnreadBody.of(request(exchange)));
    }

    private static void takeRequest(Exchange exchange) {
        exchange.setVariable(REQUEST, WebRequest.of(request(exchange)));
    }

    private static HttpServletRequest request(Exchange exchange) {
        return exchange.getMessage(PlatformHttpMessage.class).getRequest();
    }
}
