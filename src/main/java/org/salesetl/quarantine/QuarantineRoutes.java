package org.salesetl.quarantine;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** Keeps the rows that did not load. */
@Component
public class QuarantineRoutes extends EndpointRouteBuilder {

    /** Stores a list of {@link QuarantinedRow}s of the file in hand. */
    public static final String QUARANTINE_ROWS = "quarantine-rows";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(QUARANTINE_ROWS))
                .routeId(QUARANTINE_ROWS)
                .filter(simple("${body.size} > 0"))
                    .bean(QuarantineEntries.class, "parameters(${body}, ${variable.load})")
                    .to(sql("classpath:sql/quarantine/insert.sql").batch(true));
    }
    // spotless:on
}
