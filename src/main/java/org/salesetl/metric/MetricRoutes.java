package org.salesetl.metric;

import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;

import org.salesetl.ledger.LedgerTimes;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Answers the ten questions. */
@Component
public class MetricRoutes extends HttpRoutes {

    /** Takes a {@link MetricQuery} and gives a {@link MetricResult}. */
    public static final String ANSWER_METRIC = "answer-metric";

    /** Gives the time of the last load, or null. */
    static final String TELL_AS_OF = "tell-as-of";

    static final String SERVE_METRIC = "serve-metric";

    @Override
    public void configure() {
        errorHandler(defaultErrorHandler());

        get("/api/metrics/{slug}", SERVE_METRIC)
                .bean(MetricQuery.class, "of(${variable.request})")
                .setVariable("query", body())
                .to(direct(ANSWER_METRIC))
                .setVariable("result", body())
                .to(direct(TELL_AS_OF))
                .bean(MetricAnswer.class, "of(${variable.result}, ${variable.query}, ${body})")
                .to(direct(WRITE_JSON));

        from(direct(ANSWER_METRIC))
                .routeId(ANSWER_METRIC)
                .errorHandler(noErrorHandler())
                .setVariable("metric", simple("${body.metric}"))
                .setBody(simple("${body.filter.parameters}"))
                .toD("sql:classpath:sql/metric/${variable.metric.slug}.sql")
                .bean(MetricRows.class, "result(${body}, ${variable.metric})");

        from(direct(TELL_AS_OF))
                .routeId(TELL_AS_OF)
                .errorHandler(noErrorHandler())
                .to(sql("classpath:sql/ledger/select-last-load.sql"))
                .bean(LedgerTimes.class, "lastLoad");
    }
}
