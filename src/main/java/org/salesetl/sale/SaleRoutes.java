package org.salesetl.sale;

import static org.salesetl.quarantine.QuarantineRoutes.QUARANTINE_ROWS;
import static org.salesetl.rollup.RollupRoutes.PREPARE_ROLLUPS;
import static org.salesetl.rollup.RollupRoutes.UPDATE_ROLLUPS;
import static org.salesetl.warehouse.LoadSteps.RELEASE_PARKED_SALES;

import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.salesetl.intake.Kind;
import org.salesetl.ledger.Bookkeeper;
import org.salesetl.warehouse.DimensionKeys;
import org.salesetl.warehouse.LoadSteps;
import org.springframework.stereotype.Component;

/**
 * The way of sales: those whose customer, product and price are known go into {@code fact_sales}, straight if they are new
 * and through a staging table if not; the others are parked, and released as soon as a file brings what they wait for.
 */
@Component
class SaleRoutes extends EndpointRouteBuilder {

    static final String OPEN_STAGE = LoadSteps.openStage(Kind.SALES);
    static final String STAGE = LoadSteps.stage(Kind.SALES);
    static final String CLOSE_STAGE = LoadSteps.closeStage(Kind.SALES);
    static final String MERGE = LoadSteps.merge(Kind.SALES);
    static final String READ_DIMENSION_KEYS = "read-dimension-keys";
    static final String CHOOSE_WAY_OF_SALES = "choose-way-of-sales";
    static final String SETTLE_PARKED_SALES = "settle-parked-sales";
    static final String MERGE_STAGED_SALES = "merge-staged-sales";
    static final String INSERT_DATES = "insert-dates";
    static final String UPDATE_ROLLUPS_OF_FILE = "update-rollups-of-file";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(OPEN_STAGE))
                .routeId(OPEN_STAGE)
                .filter(method(DimensionKeys.class, "isStale"))
                    .to(direct(READ_DIMENSION_KEYS))
                .end();

        from(direct(READ_DIMENSION_KEYS))
                .routeId(READ_DIMENSION_KEYS)
                .to(statement("select-customer-keys"))
                .bean(DimensionKeys.class, "rememberCustomers")
                .to(statement("select-product-keys"))
                .bean(DimensionKeys.class, "rememberProducts");

        from(direct(STAGE))
                .routeId(STAGE)
                .bean(SaleResolver.class, "resolve(${body}, ${variable.chunk}, ${variable.load})")
                .setVariable("sales", body())
                .setBody(simple("${variable.sales.quarantined}"))
                .to(direct(QUARANTINE_ROWS))
                .filter(method(SaleLoad.class, "isUndecided(${variable.load}, ${variable.sales.loadable})"))
                    .to(direct(CHOOSE_WAY_OF_SALES))
                .end()
                .bean(SaleLoad.class, "write(${variable.sales}, ${variable.load})");

        from(direct(CHOOSE_WAY_OF_SALES))
                .routeId(CHOOSE_WAY_OF_SALES)
                .bean(SaleLoad.class, "someIds(${variable.sales.loadable})")
                .to(sql(path("select-known")).outputType("SelectOne"))
                .choice()
                    .when(simple("${body[known]} == 0 && ${variable.someAreKnown} == null"))
                        .to(sql("classpath:sql/warehouse/trust-keys.sql"))
                        .bean(SaleLoad.class, "startNew(${variable.load})")
                    .otherwise()
                        .to(statement("drop-stage"))
                        .to(statement("create-stage"))
                        .bean(SaleLoad.class, "startStage(${variable.load})")
                .end();

        from(direct(CLOSE_STAGE))
                .routeId(CLOSE_STAGE)
                .bean(SaleLoad.class, "complete(${variable.load})")
                // where the transaction has changed the rollups before, as a reload and a wide file do, only itself sees them
                .filter(simple("${variable.run.request.mode.label} == 'incremental' && ${variable.layout.wide} == false"))
                    .setBody(simple("${variable.load.changes}"))
                    .to(direct(PREPARE_ROLLUPS))
                .end()
                .bean(SaleLoad.class, "finish(${variable.load})");

        from(direct(MERGE))
                .routeId(MERGE)
                .bean(SaleLoad.class, "finishParked(${variable.load})")
                .to(direct(SETTLE_PARKED_SALES))
                .choice()
                    .when(method(SaleLoad.class, "isNew(${variable.load})"))
                        .to(direct(INSERT_DATES))
                        .to(direct(UPDATE_ROLLUPS_OF_FILE))
                    .when(method(SaleLoad.class, "isStaged(${variable.load})"))
                        .to(direct(MERGE_STAGED_SALES))
                        .to(sql(path("count-changes")).outputType("SelectOne"))
                        .bean(Bookkeeper.class, "changed(${body}, ${variable.load})")
                        .to(statement("drop-stage"))
                .end();

        from(direct(SETTLE_PARKED_SALES))
                .routeId(SETTLE_PARKED_SALES)
                .to(sql(path("are-some-parked")).outputType("SelectOne"))
                .filter(simple("${body} > 0"))
                    .setBody(simple("${variable.load.parameters}"))
                    .choice()
                        .when(method(SaleLoad.class, "isNew(${variable.load})"))
                            .to(statement("supersede-by-new"))
                        .when(method(SaleLoad.class, "isStaged(${variable.load})"))
                            .to(statement("supersede-by-loaded"))
                    .end()
                    .to(statement("supersede-by-parked"))
                    .to(statement("unpark-settled"))
                .end();

        from(direct(MERGE_STAGED_SALES))
                .routeId(MERGE_STAGED_SALES)
                .to(statement("create-changes"))
                .to(statement("find-changes"))
                .bean(ChangedSales.class, "note(${variable.load})")
                .to(direct(INSERT_DATES))
                .to(statement("update"))
                .to(statement("insert"))
                .to(direct(UPDATE_ROLLUPS_OF_FILE));

        from(direct(INSERT_DATES))
                .routeId(INSERT_DATES)
                .bean(ChangedSales.class, "days(${variable.load})")
                .to(statement("insert-dates"))
                .setBody(simple("${variable.load.parameters}"));

        from(direct(UPDATE_ROLLUPS_OF_FILE))
                .routeId(UPDATE_ROLLUPS_OF_FILE)
                .setBody(simple("${variable.load.changes}"))
                .to(direct(UPDATE_ROLLUPS))
                .setBody(simple("${variable.load.parameters}"));

        from(direct(RELEASE_PARKED_SALES))
                .routeId(RELEASE_PARKED_SALES)
                .to(sql(path("are-some-parked")).outputType("SelectOne"))
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

    private static String path(String name) {
        return "classpath:sql/sale/" + name + ".sql";
    }
}
