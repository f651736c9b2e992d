package org.salesetl.chart;

import static org.apache.camel.Exchange.CONTENT_TYPE;
import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.tellEach;

import org.apache.camel.Exchange;
import org.salesetl.metric.MetricQuery;
import org.salesetl.metric.MetricResult;
import org.salesetl.metric.MetricRoutes;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Serves the charts of the ten questions as images. */
@Component
class ChartRoutes extends HttpRoutes {

    static final String SERVE_CHART = "serve-chart";

    private final Charts charts;
    private final ChartSizes sizes;

    ChartRoutes(Charts charts, ChartSizes sizes) {
        this.charts = charts;
        this.sizes = sizes;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        get("/charts/{slug}.png", SERVE_CHART, takes(MetricQuery.INPUTS).and(MetricFilter.PARAMETERS).and(ChartSizes.PARAMETERS).answersFile("image/png"))
                // check the size first, so that a wrong size costs no query
                .process(exchange -> sizes.of(asked(exchange)))
                .setBody(makeOfRequest(request -> new ChartDraft(MetricQuery.of(request))))
                .split(make(ChartDraft.class, ChartDraft::questionWithOthers), tellEach(ChartDraft.class, MetricResult.class, ChartDraft::answeredWithOthers))
                    .stopOnException()
                    .to(direct(MetricRoutes.ANSWER_METRIC))
                .end()
                .split(make(ChartDraft.class, ChartDraft::question), tellEach(ChartDraft.class, MetricResult.class, ChartDraft::answered))
                    .stopOnException()
                    .to(direct(MetricRoutes.ANSWER_METRIC))
                .end()
                .setBody(makeWithRequest(ChartDraft.class, (draft, request) -> charts.chart(draft.result().seenBy(request.caller()), sizes.of(request))))
                .setHeader("ETag", make(Chart.class, Chart::tag))
                .choice()
                    .when(this::isKnown)
                        .setHeader(HTTP_RESPONSE_CODE, constant(304))
                        .setBody(constant(""))
                    .otherwise()
                        .setBody(make(Chart.class, charts::png))
                        .setHeader(CONTENT_TYPE, constant("image/png"))
                .end();
    }
    // spotless:on

    /** Whether the client already has this chart. */
    private boolean isKnown(Exchange exchange) {
        return asked(exchange).knows(exchange.getMessage().getBody(Chart.class).tag());
    }
}
