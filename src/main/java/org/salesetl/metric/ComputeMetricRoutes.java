package org.salesetl.metric;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** Finds the answers: to questions about all sales in the rollup tables, to those about a slice in the packed sales. */
@Component
class ComputeMetricRoutes extends EndpointRouteBuilder {

    /** Takes a {@link MetricQuery} and gives its {@link MetricResult}. */
    static final String COMPUTE_METRIC = "compute-metric";

    static final String ADD_UP_SLICE = "add-up-slice";
    static final String SELECT_PRODUCTS_OF_SLICE = "select-products-of-slice";
    static final String SELECT_CUSTOMERS_OF_SLICE = "select-customers-of-slice";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(COMPUTE_METRIC))
                .routeId(COMPUTE_METRIC)
                // one snapshot for all statements
                .transacted()
                    .setVariable("query", body())
                    .filter(method(SliceSums.class, "isSlice(${variable.query})"))
                        .to(direct(ADD_UP_SLICE))
                        .setVariable("sums", body())
                    .end()
                    .bean(SliceSums.class, "parameters(${variable.query}, ${variable.sums})")
                    .toD("sql:classpath:sql/metric/${variable.query.metric.slug}.sql")
                    .bean(MetricRows.class, "result(${body}, ${variable.query.metric})")
                .end();

        from(direct(ADD_UP_SLICE))
                .routeId(ADD_UP_SLICE)
                .filter(simple("${variable.query.filter.categories.size} > 0"))
                    .to(direct(SELECT_PRODUCTS_OF_SLICE))
                .end()
                .filter(simple("${variable.query.filter.cities.size} > 0"))
                    .to(direct(SELECT_CUSTOMERS_OF_SLICE))
                .end()
                .bean(SliceSums.class, "addUp(${variable.query}, ${variable.products}, ${variable.customers})");

        from(direct(SELECT_PRODUCTS_OF_SLICE))
                .routeId(SELECT_PRODUCTS_OF_SLICE)
                .bean(SliceSums.class, "names(${variable.query})")
                .to(sql("classpath:sql/metric/select-products-of-categories.sql"))
                .bean(SliceSums.class, "keys")
                .setVariable("products", body());

        from(direct(SELECT_CUSTOMERS_OF_SLICE))
                .routeId(SELECT_CUSTOMERS_OF_SLICE)
                .bean(SliceSums.class, "names(${variable.query})")
                .to(sql("classpath:sql/metric/select-customers-of-cities.sql"))
                .bean(SliceSums.class, "keys")
                .setVariable("customers", body());
    }
    // spotless:on
}
