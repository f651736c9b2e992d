package org.salesetl.dashboard;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.tellEach;

import org.apache.camel.builder.RouteBuilder;
import org.salesetl.metric.KeyFigureRoutes;
import org.salesetl.metric.KeyFigures;
import org.salesetl.metric.MetricResult;
import org.salesetl.metric.MetricRoutes;
import org.springframework.stereotype.Component;

/** Answers several questions at once. */
@Component
class AnswerRoutes extends RouteBuilder {

    /** Takes a {@link SliceDraft} with its {@link FilterChoices}, and stores the key figures of its {@link Period}s in the draft. */
    static final String COMPARE_PERIODS = "compare-periods";

    /** Takes a {@link SliceDraft}, and stores the answers to its questions in the draft. */
    static final String ANSWER_METRICS = "answer-metrics";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(COMPARE_PERIODS))
                .routeId(COMPARE_PERIODS)
                .split(make(SliceDraft.class, SliceDraft::keyFigureQuestions), tellEach(SliceDraft.class, KeyFigures.class, SliceDraft::measured))
                    .stopOnException()
                    .to(direct(KeyFigureRoutes.ANSWER_KEY_FIGURES))
                .end();

        from(direct(ANSWER_METRICS))
                .routeId(ANSWER_METRICS)
                .split(make(SliceDraft.class, SliceDraft::questions), tellEach(SliceDraft.class, MetricResult.class, SliceDraft::answered))
                    .stopOnException()
                    .to(direct(MetricRoutes.ANSWER_METRIC))
                .end();
    }
    // spotless:on
}
