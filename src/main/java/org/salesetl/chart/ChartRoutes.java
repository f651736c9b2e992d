package org.salesetl.chart;

import static org.apache.camel.Exchange.CONTENT_TYPE;
import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;

import org.salesetl.metric.MetricQuery;
import org.salesetl.metric.MetricRoutes;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Serves the ten questions as images. */
@Component
class ChartRoutes extends HttpRoutes {

    static final String SERVE_CHART = "serve-chart";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        get("/charts/{slug}.png", SERVE_CHART)
                .bean(ChartSizes.class, "of(${variable.request})")
                .setVariable("size", body())
                .bean(MetricQuery.class, "of(${variable.request})")
                .to(direct(MetricRoutes.ANSWER_METRIC))
                .bean(Charts.class, "chart(${body}, ${variable.size})")
                .setHeader("ETag", simple("${body.tag}"))
                .choice()
                    .when(method(Charts.class, "isKnown(${body}, ${variable.request})"))
                        .setHeader(HTTP_RESPONSE_CODE, constant(304))
                        .setBody(constant(""))
                    .otherwise()
                        .bean(Charts.class, "png(${body})")
                        .setHeader(CONTENT_TYPE, constant("image/png"))
                .end();
    }
    // spotless:on
}
