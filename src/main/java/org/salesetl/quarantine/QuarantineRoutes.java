package org.salesetl.quarantine;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** Keeps the rows that did not load. */
@Component
public class QuarantineRoutes extends EndpointRouteBuilder {

    /** Takes a list of {@link QuarantinedRow}s of the file in hand. */
    public static final String QUARANTINE_ROWS = "quarantine-rows";

    /** Waits until all that were taken are stored. */
    public static final String QUARANTINE_LAST_ROWS = "quarantine-last-rows";

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(QUARANTINE_ROWS))
                .routeId(QUARANTINE_ROWS)
                .bean(QuarantineEntries.class, "keep(${body}, ${variable.load})");

        from(direct(QUARANTINE_LAST_ROWS))
                .routeId(QUARANTINE_LAST_ROWS)
                .bean(QuarantineEntries.class, "finish(${variable.load})");
    }
}
