package org.salesetl.web;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.salesetl.TypedSteps.makeOf;

import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.salesetl.OutOfMemory;
import org.salesetl.outage.Outage;
import org.springframework.stereotype.Component;

/** Answers requests that fail: programs get a problem in JSON (RFC 9457), and people get a page. */
@Component
class HttpErrorPolicy extends RouteConfigurationBuilder {

    static final String API = "api-error-policy";
    static final String PAGE = "page-error-policy";

    private static final int RETRY_SECONDS = 10;

    // spotless:off: indented by nesting
    @Override
    public void configuration() {
        for (String policy : new String[] {API, PAGE}) {
            String writer = policy.equals(API) ? HttpAnswerRoutes.WRITE_PROBLEM : HttpAnswerRoutes.WRITE_ERROR_PAGE;
            routeConfiguration(policy)
                    .onException(OutOfMemoryError.class)
                        .process(exchange ->
                                OutOfMemory.endProcessIfCauseOf(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)))
                    .end()
                    .onException(ClientAbortException.class)
                        .handled(true)
                        .log(LoggingLevel.WARN, "${variable.request.path}: the connection broke off, and nothing was taken")
                        .setBody(simple("${null}"))
                    .end()
                    .onException(BadRequestException.class)
                        .handled(true)
                        .setHeader(HTTP_RESPONSE_CODE, constant(400))
                        .to("direct:" + writer)
                    .end()
                    .onException(OldSignInException.class)
                        .onWhen(exchange -> policy.equals(PAGE))
                        .handled(true)
                        .setVariable(HttpRoutes.REFUSED, constant(true))
                        .setBody(makeOf(exchange -> HttpRoutes.asked(exchange).signInAgainUrl()))
                        .to("direct:" + HttpAnswerRoutes.SEE_OTHER)
                    .end()
                    .onException(ForbiddenException.class)
                        .handled(true)
                        .setHeader(HTTP_RESPONSE_CODE, constant(403))
                        .to("direct:" + writer)
                    .end()
                    .onException(NotFoundException.class)
                        .handled(true)
                        .setHeader(HTTP_RESPONSE_CODE, constant(404))
                        .to("direct:" + writer)
                    .end()
                    .onException(ConflictException.class)
                        .handled(true)
                        .setHeader(HTTP_RESPONSE_CODE, constant(409))
                        .setHeader("Location", makeOf(HttpErrorPolicy::location))
                        .to("direct:" + writer)
                    .end()
                    .onException(Exception.class)
                        .onWhen(HttpErrorPolicy::isTemporary)
                        .handled(true)
                        .log(LoggingLevel.WARN, "${variable.request.path}: ${exception.message}")
                        .setHeader(HTTP_RESPONSE_CODE, constant(503))
                        .setHeader("Retry-After", constant(RETRY_SECONDS))
                        .to("direct:" + writer)
                    .end()
                    .onException(Exception.class)
                        .handled(true)
                        .log(LoggingLevel.ERROR, "${variable.request.path}: ${exception.stacktrace}")
                        .setHeader(HTTP_RESPONSE_CODE, constant(500))
                        .to("direct:" + writer)
                    .end();
        }
    }
    // spotless:on

    /** The URL of what prevents a request; null if there is none. */
    private static @Nullable String location(Exchange exchange) {
        return Problem.ofRequest(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
                        instanceof ConflictException conflict
                ? conflict.location()
                : null;
    }

    /** Whether the same request may succeed a little later. */
    private static boolean isTemporary(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        return failure instanceof BusyException || Outage.of(failure) != null;
    }
}
