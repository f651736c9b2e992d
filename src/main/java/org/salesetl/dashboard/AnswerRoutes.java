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
     * Gives the {@link KeyFigureCard}s of the {@link FilterReading} in the variable {@code reading}; in {@code choices} are
     * the {@link FilterChoices}. Leaves the {@link Period}s in the variable {@code periods}.
     */
    static final String COMPARE_PERIODS = "compare-periods";

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

        from(direct(COMPARE_PERIODS))
                .routeId(COMPARE_PERIODS)
                .setVariable("periods", method(Period.class, "of(${variable.reading.filter}, ${variable.choices.dates})"))
                .bean(KeyFigureCards.class, "questions(${variable.periods}, ${variable.reading})")
                .split(body(), AggregationStrategies.groupedBody())
                    .stopOnException()
                    .to(direct(KeyFigureRoutes.ANSWER_KEY_FIGURES))
                .end()
                .bean(KeyFigureCards.class, "of(${variable.periods}, ${body}, ${variable.reading})");
    }
    // spotless:on
}
