package org.salesetl.metric;

import org.salesetl.QueryRoutes;
import org.salesetl.slice.MetricFilter;
import org.springframework.stereotype.Component;

/** Finds the answers: to questions about all sales in the rollup tables, to those about a slice in the packed sales. */
@Component
class ComputeMetricRoutes extends QueryRoutes {

    /** Takes a {@link MetricQuery} and gives its {@link MetricResult}. */
    static final String COMPUTE_METRIC = "compute-metric";

    /** Finds the keys of the products and customers of the {@link MetricFilter} in the variable {@code filter}. */
    static final String LOOK_UP_SLICE = "look-up-slice";

    static final String COMPUTE_MONTHS = "compute-months";
    static final String SELECT_PRODUCTS_OF_SLICE = "select-products-of-slice";
    static final String SELECT_CUSTOMERS_OF_SLICE = "select-customers-of-slice";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(COMPUTE_METRIC))
                .routeId(COMPUTE_METRIC)
                .setVariable("query", body())
                .choice()
                    .when(simple("${variable.query.byMonth}"))
                        .to(direct(COMPUTE_MONTHS))
                    .otherwise()
                        .setBody(simple("${variable.query.keyFigures}"))
                        .to(direct(KeyFigureRoutes.ANSWER_KEY_FIGURES))
                        .bean(MetricRows.class, "overTime(${body}, ${variable.query})")
                .end();

        from(direct(COMPUTE_MONTHS))
                .routeId(COMPUTE_MONTHS)
                // one snapshot for all statements
                .transacted()
                    .filter(method(SliceSums.class, "isSlice(${variable.query})"))
                        .setVariable("filter", simple("${variable.query.filter}"))
                        .to(direct(LOOK_UP_SLICE))
                        .bean(SliceSums.class, "addUp(${variable.query}, ${variable.products}, ${variable.customers})")
                        .setVariable("sums", body())
                    .end()
                    .bean(SliceSums.class, "parameters(${variable.query}, ${variable.sums})")
                    .toD(queryUri("metric/${variable.query.metric.slug}"))
                    .bean(MetricRows.class, "result(${body}, ${variable.query.metric})")
                .end();

        from(direct(LOOK_UP_SLICE))
                .routeId(LOOK_UP_SLICE)
                .removeVariable("products")
                .removeVariable("customers")
                .filter(simple("${variable.filter.ofSomeProducts}"))
                    .to(direct(SELECT_PRODUCTS_OF_SLICE))
                .end()
                .filter(simple("${variable.filter.ofSomeCustomers}"))
                    .to(direct(SELECT_CUSTOMERS_OF_SLICE))
                .end();

        from(direct(SELECT_PRODUCTS_OF_SLICE))
                .routeId(SELECT_PRODUCTS_OF_SLICE)
                .setBody(simple("${variable.filter.parameters}"))
                .to(query("metric/select-products-of-slice"))
                .bean(SliceSums.class, "keys")
                .setVariable("products", body());

        from(direct(SELECT_CUSTOMERS_OF_SLICE))
                .routeId(SELECT_CUSTOMERS_OF_SLICE)
                .setBody(simple("${variable.filter.parameters}"))
                .to(query("metric/select-customers-of-slice"))
                .bean(SliceSums.class, "keys")
                .setVariable("customers", body());
    }
    // spotless:on
}
