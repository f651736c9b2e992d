package org.salesetl.operation;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.scheduler;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Looks now and then whether files lie in the inbox that no run takes. */
@Component
class WatchInboxRoutes extends RouteBuilder {

    static final String WATCH_UNTAKEN_FILES = "watch-untaken-files";

    private static final int PERIOD_MILLIS = 15_000;

    private final UntakenFiles files;

    WatchInboxRoutes(UntakenFiles files) {
        this.files = files;
    }

    @Override
    public void configure() {
        from(scheduler(WATCH_UNTAKEN_FILES).delay(PERIOD_MILLIS))
                .routeId(WATCH_UNTAKEN_FILES)
                .process(exchange -> files.look());
    }
}
