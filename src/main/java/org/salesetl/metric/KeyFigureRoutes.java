package org.salesetl.metric;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.cache.VersionRoutes.NOTE_VERSION;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;

import java.util.List;
import org.salesetl.cache.AnswerCaches;
import org.salesetl.cache.OncePerVersionPolicy;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Serves the key figures of a slice. */
@Component
public class KeyFigureRoutes extends HttpRoutes {

    /** Takes a {@link KeyFigureQuery} and gives its {@link KeyFigures}, from a cache while the warehouse does not change. */
    public static final String ANSWER_KEY_FIGURES = "answer-key-figures";

    static final String SERVE_KEY_FIGURES = "serve-key-figures";
    static final String COMPUTE_KEY_FIGURES = "compute-key-figures";

    private static final int MOST_POINTS = 250_000;

    private final SliceSums sums;
    private final OncePerVersionPolicy once;

    KeyFigureRoutes(SliceSums sums, AnswerCaches caches) {
        this.sums = sums;
        this.once = caches.oncePerVersionAndBody("key-figures", MOST_POINTS, KeyFigureRoutes::weight);
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(defaultErrorHandler());

        get("/api/key-figures", SERVE_KEY_FIGURES, takes(MetricFilter.PARAMETERS).and(List.of(MetricQuery.PERIODS)).answers(KeyFigures.class))
                .setBody(makeOfRequest(KeyFigureQuery::of))
                .to(direct(ANSWER_KEY_FIGURES))
                .to(direct(WRITE_JSON));

        from(direct(ANSWER_KEY_FIGURES))
                .routeId(ANSWER_KEY_FIGURES)
                .errorHandler(noErrorHandler())
                .to(direct(NOTE_VERSION))
                .policy(once)
                    .to(direct(COMPUTE_KEY_FIGURES))
                .end();

        from(direct(COMPUTE_KEY_FIGURES))
                .routeId(COMPUTE_KEY_FIGURES)
                .errorHandler(noErrorHandler())
                // all statements read the same snapshot
                .transacted()
                    .setBody(make(KeyFigureQuery.class, KeyFigureDraft::new))
                    .to(direct(ComputeMetricRoutes.LOOK_UP_SLICE))
                    .setBody(make(KeyFigureDraft.class, sums::keyFigures))
                .end();
    }
    // spotless:on

    private static int weight(KeyFigures figures) {
        return 1 + figures.trend().size();
    }
}
