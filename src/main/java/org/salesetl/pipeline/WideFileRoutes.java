package org.salesetl.pipeline;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.salesetl.ledger.Bookkeeper;
import org.salesetl.warehouse.LoadSteps;
import org.springframework.stereotype.Component;

/** Reads a wide sales file for the customers and products that it describes, before its sales are loaded. */
@Component
class WideFileRoutes extends EndpointRouteBuilder {

    static final String LOAD_DESCRIBED_DIMENSIONS = "load-described-dimensions";
    static final String READ_DESCRIPTIONS = "read-descriptions";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(LOAD_DESCRIBED_DIMENSIONS))
                .routeId(LOAD_DESCRIBED_DIMENSIONS)
                .setVariable("loadOfSales", variable("load"))
                .setVariable("load", method(FileLoads.class, "rehearsal(${variable.loadOfSales})"))
                .doTry()
                    .to(direct(LoadSteps.COLLECT_DESCRIPTIONS))
                    .setVariable("verdictsGoTo", constant(READ_DESCRIPTIONS))
                    .to(direct(LoadFileRoutes.READ_ROWS))
                    .to(direct(LoadSteps.MERGE_DESCRIPTIONS))
                    .bean(Bookkeeper.class, "foundBefore(${variable.load}, ${variable.loadOfSales})")
                .doFinally()
                    .bean(FileLoads.class, "close(${variable.load})")
                    .setVariable("load", variable("loadOfSales"))
                .end();

        // what is wrong with the other rows is told when their sales are loaded
        from(direct(READ_DESCRIPTIONS))
                .routeId(READ_DESCRIPTIONS)
                .setBody(simple("${body.accepted}"))
                .to(direct(LoadSteps.NOTE_DESCRIPTIONS));
    }
    // spotless:on
}
