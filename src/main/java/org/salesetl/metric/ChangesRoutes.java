package org.salesetl.metric;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tellEach;
import static org.salesetl.TypedSteps.tellRows;

import org.salesetl.QueryRoutes;
import org.salesetl.cache.AnswerCaches;
import org.salesetl.cache.OncePerVersionPolicy;
import org.springframework.stereotype.Component;

/** Finds what moved between two slices. */
@Component
public class ChangesRoutes extends QueryRoutes {

    /**
     * Takes a {@link ChangesQuery} and gives the {@link Changes}. The caller has to call
     * {@link org.salesetl.cache.VersionRoutes#NOTE_VERSION} before.
     */
    public static final String FIND_CHANGES = "find-changes";

    static final String COMPUTE_CHANGES = "compute-changes";

    private static final int MOST_QUERIES = 1000;

    private final SliceSums sums;
    private final OncePerVersionPolicy once;

    ChangesRoutes(SliceSums sums, AnswerCaches caches) {
        this.sums = sums;
        this.once = caches.oncePerVersionAndBody("changes", MOST_QUERIES, answer -> 1);
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        from(direct(FIND_CHANGES))
                .routeId(FIND_CHANGES)
                .errorHandler(noErrorHandler())
                .policy(once)
                    .to(direct(COMPUTE_CHANGES))
                .end();

        from(direct(COMPUTE_CHANGES))
                .routeId(COMPUTE_CHANGES)
                .errorHandler(noErrorHandler())
                // all statements read the same snapshot
                .transacted()
                    .setBody(make(ChangesQuery.class, ChangesDraft::new))
                    .split(make(ChangesDraft.class, ChangesDraft::slices), tellEach(ChangesDraft.class, SumsOfSlice.class, ChangesDraft::summedUp))
                        .stopOnException()
                        .to(direct(ComputeMetricRoutes.LOOK_UP_SLICE))
                        .process(on(SumsOfSlice.class, sums::addUp))
                    .end()
                    .enrich(query("metric/select-changes-by-category"), tellRows(ChangesDraft.class, ChangesDraft::categories))
                    .enrich(query("metric/select-changes-by-product"), tellRows(ChangesDraft.class, ChangesDraft::products))
                    .enrich(query("metric/select-changes-by-customer"), tellRows(ChangesDraft.class, ChangesDraft::customers))
                    .setBody(make(ChangesDraft.class, ChangesDraft::changes))
                .end();
    }
    // spotless:on
}
