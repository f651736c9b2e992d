package org.salesetl.metric;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.makeOf;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tellEach;
import static org.salesetl.TypedSteps.tellRow;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.TypedSteps.tellValue;
import static org.salesetl.cache.VersionRoutes.version;

import org.apache.camel.Exchange;
import org.apache.camel.model.ChoiceDefinition;
import org.salesetl.QueryRoutes;
import org.springframework.stereotype.Component;

/** Computes the answers: for all sales from the rollup tables, and for a slice from the packs. */
@Component
class ComputeMetricRoutes extends QueryRoutes {

    /** Takes a {@link MetricQuery} and gives its {@link MetricResult}. */
    static final String COMPUTE_METRIC = "compute-metric";

    /** Takes a {@link Slice} and finds the keys of its products, customers and cities. */
    static final String LOOK_UP_SLICE = "look-up-slice";

    static final String COMPUTE_COMPARED = "compute-compared";
    static final String COMPUTE_FROM_SUMS = "compute-from-sums";
    static final String SELECT_ANSWER = "select-answer";
    static final String COMPUTE_OVER_TIME = "compute-over-time";

    private final SliceSums sums;
    private final MetricRows rows;

    ComputeMetricRoutes(SliceSums sums, MetricRows rows) {
        this.sums = sums;
        this.rows = rows;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(COMPUTE_METRIC))
                .routeId(COMPUTE_METRIC)
                .setBody(makeOf(ComputeMetricRoutes::draft))
                .choice()
                    .when(is(MetricDraft.class, draft -> draft.query().compared()))
                        .to(direct(COMPUTE_COMPARED))
                    .when(is(MetricDraft.class, draft -> draft.query().isByMonth()))
                        .to(direct(COMPUTE_FROM_SUMS))
                    .otherwise()
                        .to(direct(COMPUTE_OVER_TIME))
                .end();

        from(direct(COMPUTE_COMPARED))
                .routeId(COMPUTE_COMPARED)
                .setBody(make(MetricDraft.class, ComparedDraft::new))
                .split(make(ComparedDraft.class, ComparedDraft::question), tellEach(ComparedDraft.class, MetricResult.class, ComparedDraft::answered))
                    .stopOnException()
                    .to(direct(MetricRoutes.ANSWER_METRIC))
                .end()
                .enrich(query("metric/select-last-day").outputType("SelectOne"), tellValue(ComparedDraft.class, Number.class, ComparedDraft::endsAt))
                .split(make(ComparedDraft.class, ComparedDraft::questionBefore), tellEach(ComparedDraft.class, MetricResult.class, ComparedDraft::answeredBefore))
                    .stopOnException()
                    .to(direct(MetricRoutes.ANSWER_METRIC))
                .end()
                .setBody(make(ComparedDraft.class, ComparedDraft::result));

        from(direct(COMPUTE_OVER_TIME))
                .routeId(COMPUTE_OVER_TIME)
                .split(make(MetricDraft.class, MetricDraft::keyFigures), tellEach(MetricDraft.class, KeyFigures.class, MetricDraft::figures))
                    .stopOnException()
                    .to(direct(KeyFigureRoutes.ANSWER_KEY_FIGURES))
                .end()
                .enrich(query("metric/select-last-day").outputType("SelectOne"), tellValue(MetricDraft.class, Number.class, MetricDraft::endsAt))
                .setBody(make(MetricDraft.class, draft -> draft.marked(rows.overTime(draft))));

        from(direct(COMPUTE_FROM_SUMS))
                .routeId(COMPUTE_FROM_SUMS)
                // all statements read the same snapshot
                .transacted()
                    .filter(is(MetricDraft.class, MetricDraft::isOfSlice))
                        .to(direct(LOOK_UP_SLICE))
                        .process(on(MetricDraft.class, sums::addUp))
                    .end()
                    .to(direct(SELECT_ANSWER))
                    .filter(is(MetricDraft.class, MetricDraft::isAboutProfit))
                        .enrich(query("metric/select-known-cost").outputType("SelectOne"), tellRow(MetricDraft.class, MetricDraft::knownCost))
                    .end()
                    .filter(is(MetricDraft.class, MetricDraft::isOverTime))
                        .enrich(query("metric/select-last-day").outputType("SelectOne"), tellValue(MetricDraft.class, Number.class, MetricDraft::endsAt))
                    .end()
                    .setBody(make(MetricDraft.class, draft -> draft.marked(rows.result(draft.rows(), draft.query(), draft.cost()))))
                .end();

        ChoiceDefinition statements = from(direct(SELECT_ANSWER)).routeId(SELECT_ANSWER).choice();
        for (Metric metric : Metric.values()) {
            statements
                    .when(is(MetricDraft.class, draft -> draft.query().metric() == metric))
                        .enrich(query("metric/" + metric.slug()), tellRows(MetricDraft.class, MetricDraft::answered));
        }

        from(direct(LOOK_UP_SLICE))
                .routeId(LOOK_UP_SLICE)
                .filter(is(Slice.class, Slice::isOfSomeProducts))
                    .enrich(query("metric/select-products-of-slice"), tellRows(Slice.class, Slice::products))
                .end()
                .filter(is(Slice.class, Slice::isOfSomeCustomers))
                    .enrich(query("metric/select-customers-of-slice"), tellRows(Slice.class, Slice::customers))
                .end()
                .filter(is(Slice.class, Slice::isOfSomeCities))
                    .enrich(query("metric/select-cities-of-slice"), tellRows(Slice.class, Slice::cities))
                    .enrich(query("metric/select-residents-of-slice"), tellRows(Slice.class, Slice::residents))
                .end();
    }
    // spotless:on

    private static MetricDraft draft(Exchange exchange) {
        return new MetricDraft(
                exchange.getMessage().getBody(MetricQuery.class),
                version(exchange).day());
    }
}
