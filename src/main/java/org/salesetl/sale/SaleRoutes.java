package org.salesetl.sale;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.onUpdate;
import static org.salesetl.TypedSteps.tellRow;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.TypedSteps.tellValue;
import static org.salesetl.load.KeyCheckRoutes.TRUST_KEYS;
import static org.salesetl.load.LoadSteps.LOAD_DESCRIPTIONS;
import static org.salesetl.load.LoadSteps.READ_ROWS;
import static org.salesetl.load.LoadSteps.RELEASE_PARKED_SALES;
import static org.salesetl.load.LoadSteps.STAGE_SALES;
import static org.salesetl.load.LoadSteps.UNPARK_SETTLED_SALES;
import static org.salesetl.rollup.RollupRoutes.PREPARE_ROLLUPS;
import static org.salesetl.rollup.RollupRoutes.UPDATE_ROLLUPS;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlEndpointBuilder;
import org.salesetl.load.FileLoad;
import org.salesetl.load.LoadSteps;
import org.salesetl.quarantine.Verdicts;
import org.salesetl.vocabulary.Kind;
import org.salesetl.warehouse.DimensionKeys;
import org.salesetl.warehouse.ExchangeRates;
import org.springframework.stereotype.Component;

/**
 * The way of sales. Sales whose customer, product, price and rate are known go into {@code fact_sales}: directly if they are new, else
 * through a staging table. The others are parked, and released as soon as a file brings what they wait for. Sales of orders that
 * have been cancelled since are withdrawn from {@code fact_sales}.
 */
@Component
class SaleRoutes extends RouteBuilder {

    static final String LOAD_SALES = LoadSteps.load(Kind.SALES);
    static final String READ_DIMENSION_KEYS = "read-dimension-keys";
    static final String READ_RATES = "read-rates";
    static final String CHOOSE_WAY_OF_SALES = "choose-way-of-sales";
    static final String SETTLE_PARKED_SALES = "settle-parked-sales";
    static final String MERGE_STAGED_SALES = "merge-staged-sales";
    static final String INSERT_NO_CUSTOMER = "insert-no-customer";
    static final String INSERT_DATES = "insert-dates";
    static final String WITHDRAW_SALES = "withdraw-sales";

    private final SaleLoad sales;
    private final SaleResolver resolver;
    private final ChangedSales changedSales;
    private final DimensionKeys keys;
    private final ExchangeRates rates;

    SaleRoutes(
            SaleLoad sales, SaleResolver resolver, ChangedSales changedSales, DimensionKeys keys, ExchangeRates rates) {
        this.sales = sales;
        this.resolver = resolver;
        this.changedSales = changedSales;
        this.keys = keys;
        this.rates = rates;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(LOAD_SALES))
                .routeId(LOAD_SALES)
                .filter(is(FileLoad.class, FileLoad::isWide))
                    .to(direct(LOAD_DESCRIPTIONS))
                .end()
                .filter(is(FileLoad.class, load -> keys.isStale()))
                    .to(direct(READ_DIMENSION_KEYS))
                .end()
                .filter(is(FileLoad.class, FileLoad::hasOtherCurrencies))
                    .to(direct(READ_RATES))
                .end()
                .to(direct(READ_ROWS))
                .process(on(FileLoad.class, sales::complete))
                .filter(is(FileLoad.class, load -> load.isFirstToChangeRollups() && !load.mayWithdrawSales()))
                    .to(direct(PREPARE_ROLLUPS))
                .end()
                .process(on(FileLoad.class, sales::finish))
                .filter(is(FileLoad.class, FileLoad::hasGuests))
                    .to(direct(INSERT_NO_CUSTOMER))
                .end()
                .filter(is(FileLoad.class, FileLoad::mayWithdrawSales))
                    .to(direct(WITHDRAW_SALES))
                .end()
                .to(direct(SETTLE_PARKED_SALES))
                .choice()
                    .when(is(FileLoad.class, FileLoad::isNew))
                        .to(direct(INSERT_DATES))
                    .when(is(FileLoad.class, FileLoad::isCompared))
                        .to(direct(MERGE_STAGED_SALES))
                        .enrich(query("count-changes"), tellRow(FileLoad.class, FileLoad::compared))
                        .to(statement("drop-stage"))
                .end()
                // once more, since the file may cancel a sale that it has only just brought
                .filter(is(FileLoad.class, FileLoad::mayWithdrawSales))
                    .to(direct(WITHDRAW_SALES))
                    .enrich(query("count-withdrawn"), tellRow(FileLoad.class, FileLoad::withdrew))
                .end()
                .to(direct(UPDATE_ROLLUPS));

        from(direct(READ_DIMENSION_KEYS))
                .routeId(READ_DIMENSION_KEYS)
                .enrich(statement("select-customer-keys"), tellRows(FileLoad.class, (load, rows) -> keys.rememberCustomers(rows)))
                .enrich(statement("select-city-keys"), tellRows(FileLoad.class, (load, rows) -> keys.rememberCities(rows)))
                .enrich(statement("select-product-keys"), tellRows(FileLoad.class, (load, rows) -> keys.rememberProducts(rows)));

        from(direct(READ_RATES))
                .routeId(READ_RATES)
                .enrich(statement("select-rates"), tellRows(FileLoad.class, (load, rows) -> rates.remember(rows)));

        // the key is known beforehand: while the sales are on their way, the connection takes no other statement
        from(direct(INSERT_NO_CUSTOMER))
                .routeId(INSERT_NO_CUSTOMER)
                .to(statement("insert-no-customer"))
                .to(statement("set-key-of-no-customer"));

        from(direct(STAGE_SALES))
                .routeId(STAGE_SALES)
                .setBody(make(Verdicts.class, resolver::resolve))
                .filter(is(ResolvedSales.class, ResolvedSales::areFirst))
                    .to(direct(CHOOSE_WAY_OF_SALES))
                .end()
                .process(on(ResolvedSales.class, sales::write));

        from(direct(CHOOSE_WAY_OF_SALES))
                .routeId(CHOOSE_WAY_OF_SALES)
                .enrich(query("select-known"), tellRow(ResolvedSales.class, ResolvedSales::chooseWay))
                .choice()
                    .when(is(ResolvedSales.class, ResolvedSales::areNew))
                        .to(direct(TRUST_KEYS))
                    .otherwise()
                        .to(statement("drop-stage"))
                        .to(statement("create-stage"))
                .end()
                .process(on(ResolvedSales.class, sales::start));

        from(direct(SETTLE_PARKED_SALES))
                .routeId(SETTLE_PARKED_SALES)
                .enrich(query("are-some-parked"), tellValue(FileLoad.class, Number.class, FileLoad::foundParked))
                .filter(is(FileLoad.class, FileLoad::hasParkedSales))
                    .choice()
                        .when(is(FileLoad.class, FileLoad::isNew))
                            .to(statement("supersede-by-new"))
                        .when(is(FileLoad.class, FileLoad::isCompared))
                            .to(statement("supersede-by-loaded"))
                    .end()
                    .to(statement("supersede-by-parked"))
                    .to(direct(UNPARK_SETTLED_SALES))
                .end();

        from(direct(UNPARK_SETTLED_SALES)).routeId(UNPARK_SETTLED_SALES).to(statement("unpark-settled"));

        from(direct(MERGE_STAGED_SALES))
                .routeId(MERGE_STAGED_SALES)
                .to(statement("create-changes"))
                .to(statement("insert-changes"))
                .process(on(FileLoad.class, changedSales::note))
                .to(direct(INSERT_DATES))
                .to(statement("update"))
                .to(statement("insert"));

        from(direct(WITHDRAW_SALES))
                .routeId(WITHDRAW_SALES)
                .to(statement("mark-withdrawn"))
                .process(on(FileLoad.class, changedSales::noteWithdrawn))
                .to(statement("delete-withdrawn"))
                .to(statement("supersede-by-cancelled"));

        from(direct(INSERT_DATES))
                .routeId(INSERT_DATES)
                .process(on(FileLoad.class, FileLoad::changesDays))
                .to(statement("insert-dates"));

        from(direct(RELEASE_PARKED_SALES))
                .routeId(RELEASE_PARKED_SALES)
                .enrich(query("are-some-parked"), tellValue(FileLoad.class, Number.class, FileLoad::foundParked))
                .filter(is(FileLoad.class, FileLoad::hasParkedSales))
                    .to(statement("drop-stage"))
                    .to(statement("create-stage"))
                    .to(statement("stage-released"))
                    .to(direct(MERGE_STAGED_SALES))
                    .to(direct(UPDATE_ROLLUPS))
                    .to(statement("mark-released"))
                    .process(onUpdate(FileLoad.class, (load, rows) -> load.books().released(rows)))
                    .to(direct(UNPARK_SETTLED_SALES))
                    .to(statement("refresh-parked-reasons"))
                    .to(statement("drop-stage"))
                .end();
    }
    // spotless:on

    private SqlEndpointBuilder statement(String name) {
        return sql("classpath:sql/sale/" + name + ".sql");
    }

    private SqlEndpointBuilder query(String name) {
        return statement(name).outputType("SelectOne");
    }
}
