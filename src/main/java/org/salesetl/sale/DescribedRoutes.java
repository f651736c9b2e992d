package org.salesetl.sale;

import static org.salesetl.warehouse.LoadSteps.COLLECT_DESCRIPTIONS;
import static org.salesetl.warehouse.LoadSteps.MERGE_DESCRIPTIONS;
import static org.salesetl.warehouse.LoadSteps.NOTE_DESCRIPTIONS;
import static org.salesetl.warehouse.LoadSteps.RELEASE_PARKED_SALES;

import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.salesetl.ledger.Bookkeeper;
import org.salesetl.warehouse.DimensionKeys;
import org.springframework.stereotype.Component;

/** Makes the customers and products known that a wide sales file describes. */
@Component
class DescribedRoutes extends EndpointRouteBuilder {

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(COLLECT_DESCRIPTIONS))
                .routeId(COLLECT_DESCRIPTIONS)
                .setVariable("described", method(DescribedLoad.class, "nothing"));

        from(direct(NOTE_DESCRIPTIONS))
                .routeId(NOTE_DESCRIPTIONS)
                .bean(DescribedLoad.class, "note(${body}, ${variable.described})");

        from(direct(MERGE_DESCRIPTIONS))
                .routeId(MERGE_DESCRIPTIONS)
                .setBody(simple("${variable.load.parameters}"))
                .to(statement("drop-described"))
                .to(statement("create-described-customers"))
                .to(statement("create-described-products"))
                .bean(DescribedLoad.class, "load(${variable.described}, ${variable.load})")
                .to(statement("note-source-of-described-customers"))
                .to(statement("update-described-customers"))
                .to(statement("insert-described-customers"))
                .setVariable("customersAdded", header("CamelSqlUpdateCount"))
                .to(statement("note-source-of-described-products"))
                .to(statement("update-described-products"))
                .to(statement("insert-described-products"))
                .bean(
                        Bookkeeper.class,
                        "described(${variable.customersAdded}, ${header.CamelSqlUpdateCount},"
                                + " ${variable.described.contradictions}, ${variable.load})")
                .to(statement("drop-described"))
                .bean(DimensionKeys.class, "forget")
                .to(direct(RELEASE_PARKED_SALES));
    }

    private EndpointProducerBuilder statement(String name) {
        return sql("classpath:sql/sale/" + name + ".sql");
    }
}
