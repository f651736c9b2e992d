package org.salesetl.chart;

import org.apache.camel.Exchange;
import org.salesetl.metric.MetricQuery;
import org.salesetl.metric.MetricRoutes;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Serves the ten questions as images. */
@Component
class ChartRoutes extends HttpRoutes {

    static final String SERVE_CHART = "serve-chart";

    @Override
    public void configure() {
        get("/charts/{slug}.png", SERVE_CHART)
                .bean(ChartSizes.class, "of(${variable.request})")
                .setVariable("size", body())
                .bean(MetricQuery.class, "of(${variable.request})")
                .to(direct(MetricRoutes.ANSWER_METRIC))
                .bean(ChartRenderer.class, "png(${body}, ${variable.size})")
                .setHeader(Exchange.CONTENT_TYPE, constant("image/png"));
    }
}
