package org.salesetl.ledger;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.salesetl.bulk.LoadConnection;
import org.springframework.stereotype.Component;

/** Keeps the lease of the run that goes on, and looks whether somebody or the clock wants to stop it. */
@Component
class LeaseRoutes extends EndpointRouteBuilder {

    static final String RENEW_LEASE = "renew-lease";
    static final String WATCH_TIME_OF_FILE = "watch-time-of-file";

    private static final int SECONDS = 1_000;

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        // the lease lasts a dozen times as long: a database that is away for a moment does no harm
        onException(Exception.class).handled(true).log(LoggingLevel.DEBUG, "The lease waits: ${exception.message}");

        from(timer(RENEW_LEASE).period(5 * SECONDS))
                .routeId(RENEW_LEASE)
                .filter(method(RunLock.class, "isInUse"))
                    .bean(RunLock.class, "renew")
                    .bean(LoadConnection.class, "cutIfForgotten")
                    .setBody(method(RunLock.class, "parameters"))
                    .to(sql("classpath:sql/ledger/select-cancel-request.sql").outputType("SelectOne"))
                    .bean(CurrentRun.class, "cancelIfAsked")
                .end();

        from(timer(WATCH_TIME_OF_FILE).period(SECONDS))
                .routeId(WATCH_TIME_OF_FILE)
                .bean(CurrentRun.class, "watchTime");
    }
    // spotless:on
}
