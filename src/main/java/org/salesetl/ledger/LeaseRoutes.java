package org.salesetl.ledger;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.scheduler;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.salesetl.bulk.LoadConnection;
import org.springframework.stereotype.Component;

/** Renews the lease of the current run. Stops the run if somebody has cancelled it, and a file if it takes too long. */
@Component
class LeaseRoutes extends RouteBuilder {

    static final String RENEW_LEASE = "renew-lease";
    static final String WATCH_TIME_OF_FILE = "watch-time-of-file";

    private static final int MILLISECONDS_PER_SECOND = 1_000;

    private final RunLock lock;
    private final LoadConnection connection;
    private final CurrentRun currentRun;

    LeaseRoutes(RunLock lock, LoadConnection connection, CurrentRun currentRun) {
        this.lock = lock;
        this.connection = connection;
        this.currentRun = currentRun;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        // a lease lasts thirty times as long as the period, so renewals may fail for a while
        onException(Exception.class).handled(true).log(LoggingLevel.DEBUG, "The lease could not be renewed: ${exception.message}");

        from(scheduler(RENEW_LEASE).delay(2 * MILLISECONDS_PER_SECOND))
                .routeId(RENEW_LEASE)
                .filter(exchange -> lock.isInUse())
                    .process(exchange -> lock.renew(currentRun.idle()))
                    .process(exchange -> connection.cutIfForgotten())
                    .setBody(exchange -> lock.parameters())
                    .to(sql("classpath:sql/ledger/select-cancel-request.sql").outputType("SelectOne"))
                    .process(exchange -> currentRun.cancelIfAsked(exchange.getMessage().getBody(Integer.class)))
                .end();

        from(scheduler(WATCH_TIME_OF_FILE).delay(MILLISECONDS_PER_SECOND))
                .routeId(WATCH_TIME_OF_FILE)
                .process(exchange -> currentRun.watchTime())
                .process(exchange -> currentRun.tellIfStuck());
    }
    // spotless:on
}
