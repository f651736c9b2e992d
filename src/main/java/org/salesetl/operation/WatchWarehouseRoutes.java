package org.salesetl.operation;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.scheduler;
import static org.salesetl.TypedSteps.failure;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.cache.VersionRoutes.NOTE_VERSION;

import java.util.List;
import org.apache.camel.LoggingLevel;
import org.salesetl.QueryRoutes;
import org.salesetl.cache.AnswerCaches;
import org.salesetl.cache.OncePerVersionPolicy;
import org.salesetl.ledger.LedgerRoutes;
import org.salesetl.web.HttpAnswerRoutes;
import org.salesetl.web.PageState;
import org.springframework.stereotype.Component;

/**
 * Asks the database for the metrics of the warehouse, now and then. So a scrape never waits for the database, and many scrapes ask no
 * more than one.
 */
@Component
class WatchWarehouseRoutes extends QueryRoutes {

    static final String WATCH_WAREHOUSE = "watch-warehouse";
    static final String READ_FIGURES = "read-figures";

    private static final int PERIOD_MILLIS = 15_000;

    private final WarehouseMeters meters;
    private final OncePerVersionPolicy once;

    WatchWarehouseRoutes(WarehouseMeters meters, AnswerCaches caches) {
        this.meters = meters;
        this.once = caches.oncePerVersion("figures");
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.DEBUG, "The metrics of the warehouse stay as they are: ${exception.message}")
                .process(exchange -> meters.away(failure(exchange)));

        from(scheduler(WATCH_WAREHOUSE).delay(PERIOD_MILLIS))
                .routeId(WATCH_WAREHOUSE)
                .to(direct(READ_FIGURES));

        from(direct(READ_FIGURES))
                .routeId(READ_FIGURES)
                .to(direct(NOTE_VERSION))
                .policy(once)
                    .setBody(exchange -> new WarehouseFigures())
                    .enrich(query("operation/sum-quarantine"), tellRows(WarehouseFigures.class, WarehouseFigures::quarantine))
                    .enrich(query("operation/select-last-loads"), tellRows(WarehouseFigures.class, WarehouseFigures::lastLoads))
                .end()
                .process(on(WarehouseFigures.class, meters::note))
                .to(direct(HttpAnswerRoutes.DESCRIBE_STATE))
                .process(on(PageState.class, state -> meters.questions(state.questions())))
                .to(direct(LedgerRoutes.LIST_UNSETTLED_FILES))
                .process(on(List.class, files -> meters.unsettledFiles(files.size())));
    }
    // spotless:on
}
