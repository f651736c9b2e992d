package org.salesetl.metric;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.makeOf;
import static org.salesetl.cache.VersionRoutes.NOTE_VERSION;
import static org.salesetl.cache.VersionRoutes.version;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_CSV;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_WORKBOOK;

import org.apache.camel.Exchange;
import org.salesetl.cache.AnswerCaches;
import org.salesetl.cache.OncePerVersionPolicy;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.ApiOperation;
import org.salesetl.web.HttpRoutes;
import org.salesetl.web.Words;
import org.springframework.stereotype.Component;

/** Answers the ten questions. */
@Component
public class MetricRoutes extends HttpRoutes {

    /** Takes a {@link MetricQuery} and gives its {@link MetricResult}, from a cache while the warehouse does not change. */
    public static final String ANSWER_METRIC = "answer-metric";

    static final String SERVE_METRIC = "serve-metric";
    static final String SERVE_METRIC_AS_CSV = "serve-metric-as-csv";
    static final String SERVE_METRIC_AS_WORKBOOK = "serve-metric-as-workbook";

    /** About 60 MB, as a row of text and numbers takes about 250 bytes. */
    private static final int MOST_ROWS = 250_000;

    private static final ApiOperation QUESTION = takes(MetricQuery.INPUTS).and(MetricFilter.PARAMETERS);

    private final OncePerVersionPolicy once;
    private final Words words;

    MetricRoutes(AnswerCaches caches, Words words) {
        this.words = words;
        this.once = caches.oncePerVersionAndBody("answers", MOST_ROWS, MetricRoutes::weight);
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(defaultErrorHandler());

        get("/api/metrics/{slug}", SERVE_METRIC, QUESTION.answers(MetricAnswer.class))
                .setBody(makeOfRequest(MetricQuery::of))
                .to(direct(ANSWER_METRIC))
                .setBody(makeOf(this::answer))
                .to(direct(WRITE_JSON));

        get("/api/metrics/{slug}.csv", SERVE_METRIC_AS_CSV, QUESTION.answersCsv())
                .setBody(makeOfRequest(MetricQuery::of))
                .to(direct(ANSWER_METRIC))
                .setBody(make(MetricResult.class, MetricResult::table))
                .to(direct(WRITE_CSV));

        get("/api/metrics/{slug}.xlsx", SERVE_METRIC_AS_WORKBOOK, QUESTION.answersWorkbook())
                .setBody(makeOfRequest(MetricQuery::of))
                .to(direct(ANSWER_METRIC))
                .setBody(make(MetricResult.class, MetricResult::table))
                .to(direct(WRITE_WORKBOOK));

        from(direct(ANSWER_METRIC))
                .routeId(ANSWER_METRIC)
                .errorHandler(noErrorHandler())
                .to(direct(NOTE_VERSION))
                .policy(once)
                    .to(direct(ComputeMetricRoutes.COMPUTE_METRIC))
                .end();
    }
    // spotless:on

    private MetricAnswer answer(Exchange exchange) {
        MetricResult result = exchange.getMessage().getBody(MetricResult.class);
        return MetricAnswer.of(result, MetricFilter.of(asked(exchange)), version(exchange), words);
    }

    private static int weight(MetricResult result) {
        return 1 + result.rows().size();
    }
}
