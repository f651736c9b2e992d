package org.salesetl.dashboard;

import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.salesetl.metric.KeyFigureRoutes;
import org.salesetl.metric.MetricRoutes;
import org.springframework.stereotype.Component;

/** Answers several questions at once. */
@Component
class AnswerRoutes extends EndpointRouteBuilder {

    /**
     * Takes a list of {@link org.salesetl.metric.MetricQuery}s and gives the list of their
     * {@link org.salesetl.metric.MetricResult}s in the same order.
     */
    static final String ANSWER_METRICS = "answer-metrics";

    /**
     * Takes a list of {@link org.salesetl.metric.MetricFilter}s and gives the list of their
     * {@link org.salesetl.metric.KeyFigures} in the same order.
     */
    static final String ANSWER_KEY_FIGURES = "answer-key-figures-of-each";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(ANSWER_METRICS))
                .routeId(ANSWER_METRICS)
                .split(body(), AggregationStrategies.groupedBody())
                    .stopOnException()
                    .to(direct(MetricRoutes.ANSWER_METRIC))
                .end();

        from(direct(ANSWER_KEY_FIGURES))
                .routeId(ANSWER_KEY_FIGURES)
                .split(body(), AggregationStrategies.groupedBody())
                    .stopOnException()
                    .to(direct(KeyFigureRoutes.ANSWER_KEY_FIGURES))
                .end();
    }
    // spotless:on
}
