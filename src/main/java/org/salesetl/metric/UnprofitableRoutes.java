package org.salesetl.metric;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tellRows;

import org.salesetl.QueryRoutes;
import org.salesetl.cache.AnswerCaches;
import org.salesetl.cache.OncePerVersionPolicy;
import org.salesetl.slice.MetricFilter;
import org.springframework.stereotype.Component;

/** Finds the products of a slice that sell much and earn nothing. */
@Component
public class UnprofitableRoutes extends QueryRoutes {

    /**
     * Takes a {@link MetricFilter} and gives the {@link UnprofitableProducts} of that slice. The caller has to call
     * {@link org.salesetl.cache.VersionRoutes#NOTE_VERSION} before.
     */
    public static final String FIND_UNPROFITABLE = "find-unprofitable";

    static final String COMPUTE_UNPROFITABLE = "compute-unprofitable";

    private static final int MOST_SLICES = 1000;

    private final SliceSums sums;
    private final OncePerVersionPolicy once;

    UnprofitableRoutes(SliceSums sums, AnswerCaches caches) {
        this.sums = sums;
        this.once = caches.oncePerVersionAndBody("unprofitable-products", MOST_SLICES, answer -> 1);
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        from(direct(FIND_UNPROFITABLE))
                .routeId(FIND_UNPROFITABLE)
                .errorHandler(noErrorHandler())
                .policy(once)
                    .to(direct(COMPUTE_UNPROFITABLE))
                .end();

        from(direct(COMPUTE_UNPROFITABLE))
                .routeId(COMPUTE_UNPROFITABLE)
                .errorHandler(noErrorHandler())
                // all statements read the same snapshot
                .transacted()
                    .setBody(make(MetricFilter.class, slice -> new MetricDraft(new MetricQuery(Metric.BEST_SELLING_PRODUCTS, slice))))
                    .filter(is(MetricDraft.class, MetricDraft::isOfSlice))
                        .to(direct(ComputeMetricRoutes.LOOK_UP_SLICE))
                        .process(on(MetricDraft.class, sums::addUp))
                    .end()
                    .enrich(query("metric/select-unprofitable-products"), tellRows(MetricDraft.class, MetricDraft::answered))
                    .setBody(make(MetricDraft.class, draft -> UnprofitableProducts.of(draft.rows())))
                .end();
    }
    // spotless:on
}
