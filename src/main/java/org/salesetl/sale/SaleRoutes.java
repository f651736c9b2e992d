package org.salesetl.sale;

import static org.salesetl.quarantine.QuarantineRoutes.QUARANTINE_ROWS;
import static org.salesetl.warehouse.LoadSteps.RELEASE_PARKED_SALES;

import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.salesetl.intake.Kind;
import org.salesetl.ledger.Bookkeeper;
import org.salesetl.warehouse.DimensionKeys;
import org.salesetl.warehouse.LoadSteps;
import org.springframework.stereotype.Component;

/**
 * The way of sales: those whose customer, product and price are known go through a staging table into
 * {@code fact_sales}; the others are parked, and released as soon as a file brings what they wait for.
 */
@Component
class SaleRoutes extends EndpointRouteBuilder {

    static final String OPEN_STAGE = LoadSteps.openStage(Kind.SALES);
    static final String STAGE = LoadSteps.stage(Kind.SALES);
    static final String MERGE = LoadSteps.merge(Kind.SALES);
    static final String READ_DIMENSION_KEYS = "read-dimension-keys";
    static final String SETTLE_EARLIER_PARKED_SALES = "settle-earlier-parked-sales";
    static final String MERGE_STAGED_SALES = "merge-staged-sales";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(OPEN_STAGE))
                .routeId(OPEN_STAGE)
                .filter(method(DimensionKeys.class, "isStale"))
                    .to(direct(READ_DIMENSION_KEYS))
                .end()
                .to(statement("drop-stage"))
                .to(statement("create-stage"));

        from(direct(READ_DIMENSION_KEYS))
                .routeId(READ_DIMENSION_KEYS)
                .to(statement("select-customer-keys"))
                .bean(DimensionKeys.class, "rememberCustomers")
                .to(statement("select-product-keys"))
                .bean(DimensionKeys.class, "rememberProducts");

        from(direct(STAGE))
                .routeId(STAGE)
                .bean(SaleResolver.class, "resolve(${body}, ${variable.chunk}, ${variable.load})")
                .setVariable("resolved", body())
                .setBody(simple("${variable.resolved.quarantined}"))
                .to(direct(QUARANTINE_ROWS))
                .setBody(simple("${variable.resolved.parked}"))
                .to(batch("park"))
                .setBody(simple("${variable.resolved.loadable}"))
                .to(batch("stage"));

        from(direct(MERGE))
                .routeId(MERGE)
                .setBody(simple("${variable.load.parameters}"))
                .to(direct(SETTLE_EARLIER_PARKED_SALES))
                .to(direct(MERGE_STAGED_SALES))
                .to(statement("count-outcomes"))
                .bean(Bookkeeper.class, "merged(${body}, ${variable.load})")
                .to(statement("drop-stage"));

        from(direct(SETTLE_EARLIER_PARKED_SALES))
                .routeId(SETTLE_EARLIER_PARKED_SALES)
                .to(statement("supersede-by-loaded"))
                .to(statement("supersede-by-parked"))
                .to(statement("unpark-settled"));

        from(direct(MERGE_STAGED_SALES))
                .routeId(MERGE_STAGED_SALES)
                .to(statement("insert-dates"))
                .to(statement("classify"))
                .to(statement("update"))
                .to(statement("insert"));

        from(direct(RELEASE_PARKED_SALES))
                .routeId(RELEASE_PARKED_SALES)
                .to(sql(path("count-parked")).outputType("SelectOne"))
                .filter(simple("${body} > 0"))
                    .setBody(simple("${variable.load.parameters}"))
                    .to(statement("drop-stage"))
                    .to(statement("create-stage"))
                    .to(statement("stage-released"))
                    .to(direct(MERGE_STAGED_SALES))
                    .to(statement("mark-released"))
                    .bean(Bookkeeper.class, "released(${header.CamelSqlUpdateCount}, ${variable.load})")
                    .to(statement("unpark-settled"))
                    .to(statement("refresh-parked-reasons"))
                    .to(statement("drop-stage"))
                .end();
    }
    // spotless:on

    private EndpointProducerBuilder statement(String name) {
        return sql(path(name));
    }

    private EndpointProducerBuilder batch(String name) {
        return sql(path(name)).batch(true);
    }

    private static String path(String name) {
        return "classpath:sql/sale/" + name + ".sql";
    }
}
