package org.salesetl.sale;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.onUpdate;
import static org.salesetl.load.LoadSteps.LOAD_DESCRIPTIONS;
import static org.salesetl.load.LoadSteps.NOTE_DESCRIPTIONS;
import static org.salesetl.load.LoadSteps.READ_ROWS;
import static org.salesetl.load.LoadSteps.RELEASE_PARKED_SALES;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlEndpointBuilder;
import org.salesetl.load.FileLoad;
import org.salesetl.load.FileLoads;
import org.salesetl.quarantine.Verdicts;
import org.salesetl.warehouse.DimensionKeys;
import org.springframework.stereotype.Component;

/** Loads the customers, products and cities that a wide file describes, before the sales of the file. */
@Component
class DescribedRoutes extends RouteBuilder {

    static final String MERGE_DESCRIPTIONS = "merge-descriptions";

    /** The current {@link DescribedLoad}. */
    private static final String DESCRIBED = "described";

    private final FileLoads loads;
    private final DimensionKeys keys;

    DescribedRoutes(FileLoads loads, DimensionKeys keys) {
        this.loads = loads;
        this.keys = keys;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(LOAD_DESCRIPTIONS))
                .routeId(LOAD_DESCRIPTIONS)
                .setBody(make(FileLoad.class, loads::ofDescriptions))
                .setVariable(DESCRIBED, make(FileLoad.class, DescribedLoad::new))
                .doTry()
                    .to(direct(READ_ROWS))
                    .setBody(variable(DESCRIBED))
                    .to(direct(MERGE_DESCRIPTIONS))
                    .setBody(make(DescribedLoad.class, DescribedLoad::load))
                    .to(direct(RELEASE_PARKED_SALES))
                    .setBody(make(FileLoad.class, FileLoad::ofSales))
                .doFinally()
                    .process(exchange -> described(exchange).load().close())
                .end();

        from(direct(NOTE_DESCRIPTIONS))
                .routeId(NOTE_DESCRIPTIONS)
                .process(exchange -> described(exchange).note(exchange.getMessage().getBody(Verdicts.class)));

        from(direct(MERGE_DESCRIPTIONS))
                .routeId(MERGE_DESCRIPTIONS)
                .to(statement("drop-described"))
                .to(statement("create-described-cities"))
                .to(statement("create-described-customers"))
                .to(statement("create-described-products"))
                .process(on(DescribedLoad.class, DescribedLoad::stage))
                .to(statement("insert-described-cities"))
                .to(statement("note-source-of-described-customers"))
                .to(statement("update-described-customers"))
                .to(statement("insert-described-customers"))
                .process(onUpdate(DescribedLoad.class, DescribedLoad::addedCustomers))
                .to(statement("note-source-of-described-products"))
                .to(statement("update-described-products"))
                .to(statement("insert-described-products"))
                .process(onUpdate(DescribedLoad.class, DescribedLoad::addedProducts))
                .to(statement("drop-described"))
                .process(on(DescribedLoad.class, load -> keys.forget()));
    }
    // spotless:on

    private static DescribedLoad described(Exchange exchange) {
        return exchange.getVariable(DESCRIBED, DescribedLoad.class);
    }

    private SqlEndpointBuilder statement(String name) {
        return sql("classpath:sql/sale/" + name + ".sql");
    }
}
