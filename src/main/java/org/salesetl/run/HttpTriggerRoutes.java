package org.salesetl.run;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;

import org.salesetl.ledger.CurrentRun;
import org.salesetl.ledger.LedgerRoutes;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/**
 * Starts and cancels runs by HTTP: for programs with JSON, for the page with forms. A start only forwards to
 * {@link RunEtlRoutes}.
 */
@Component
class HttpTriggerRoutes extends HttpRoutes {

    static final String TRIGGER_RUN = "trigger-run";
    static final String TRIGGER_RUN_FROM_PAGE = "trigger-run-from-page";
    static final String CANCEL_RUN = "cancel-run";
    static final String CANCEL_RUN_FROM_PAGE = "cancel-run-from-page";
    static final String STOP_RUN = "stop-run";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        post("/api/etl/runs", TRIGGER_RUN)
                .bean(RunRequests.class, "read")
                .to(direct(RunEtlRoutes.RUN_ETL))
                .setVariable("started", body())
                .setVariable("request", method(RunRequests.class, "naming(${body.id})"))
                .to(direct(LedgerRoutes.FIND_RUN))
                .to(direct(WRITE_JSON))
                .setHeader(HTTP_RESPONSE_CODE, constant(202))
                .setHeader("Location", simple("/api/etl/runs/${variable.started.id}"));

        postForm("/etl", TRIGGER_RUN_FROM_PAGE)
                .bean(RunRequests.class, "chosen(${variable.request})")
                .to(direct(RunEtlRoutes.RUN_ETL))
                .setHeader(HTTP_RESPONSE_CODE, constant(303))
                .setHeader("Location", constant("/etl"))
                .setBody(constant(""));

        post("/api/etl/runs/{id}/cancel", CANCEL_RUN)
                .to(direct(STOP_RUN))
                .setHeader(HTTP_RESPONSE_CODE, constant(202))
                .setBody(constant(""));

        postForm("/etl/cancel", CANCEL_RUN_FROM_PAGE)
                .to(direct(STOP_RUN))
                .setHeader(HTTP_RESPONSE_CODE, constant(303))
                .setHeader("Location", constant("/etl"))
                .setBody(constant(""));

        // the run may be that of another instance, which looks for such requests when it renews its lease
        from(direct(STOP_RUN))
                .routeId(STOP_RUN)
                .errorHandler(noErrorHandler())
                .setBody(method(RunRequests.class, "toCancel(${variable.request})"))
                .setVariable("cancelled", body())
                .setBody(method(CurrentRun.class, "cancel(${body[runId]}, ${variable.request.user})"))
                .filter(body().isEqualTo(false))
                    .setBody(variable("cancelled"))
                    .to(sql("classpath:sql/ledger/request-cancel.sql"))
                    .bean(Runs.class, "requireCancelled(${header.CamelSqlUpdateCount}, ${variable.cancelled})")
                .end()
                .removeHeaders("*");
    }    // spotless:on
}
