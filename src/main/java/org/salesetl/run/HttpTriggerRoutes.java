package org.salesetl.run;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.onUpdate;
import static org.salesetl.web.HttpAnswerRoutes.SEE_OTHER;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;

import org.apache.camel.Exchange;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.ledger.LedgerRoutes;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.RunEntry;
import org.salesetl.ledger.RunQuery;
import org.salesetl.ledger.RunRequest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.vocabulary.Role;
import org.salesetl.web.Caller;
import org.salesetl.web.HttpRoutes;
import org.salesetl.web.Input;
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

    private final RunRequests requests;
    private final CurrentRun currentRun;

    HttpTriggerRoutes(RunRequests requests, CurrentRun currentRun) {
        this.requests = requests;
        this.currentRun = currentRun;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        post("/api/etl/runs", TRIGGER_RUN, takes().withBody(RunRequests.FIELDS).mayConflict().answers(202, RunEntry.class))
                .setBody(makeOfText(requests::read))
                .process(HttpTriggerRoutes::requireRights)
                .to(direct(RunEtlRoutes.RUN_ETL))
                .setBody(make(Run.class, run -> RunQuery.ofRun(run.id())))
                .to(direct(LedgerRoutes.FIND_RUN))
                .setHeader("Location", make(RunEntry.class, run -> "/api/etl/runs/" + run.id()))
                .to(direct(WRITE_JSON))
                .setHeader(HTTP_RESPONSE_CODE, constant(202));

        postForm("/etl", TRIGGER_RUN_FROM_PAGE)
                .setBody(makeOfRequest(requests::chosen))
                .process(HttpTriggerRoutes::requireRights)
                .to(direct(RunEtlRoutes.RUN_ETL))
                .setBody(constant("/etl"))
                .to(direct(SEE_OTHER));

        post("/api/etl/runs/{id}/cancel", CANCEL_RUN, takes(Input.id("id")).mayConflict().answersNothing(202))
                .to(direct(STOP_RUN))
                .setHeader(HTTP_RESPONSE_CODE, constant(202))
                .setBody(constant(""));

        postForm("/etl/cancel", CANCEL_RUN_FROM_PAGE)
                .to(direct(STOP_RUN))
                .setBody(constant("/etl"))
                .to(direct(SEE_OTHER));

        // the run may be that of another instance, which looks for such requests when it renews its lease
        from(direct(STOP_RUN))
                .routeId(STOP_RUN)
                .errorHandler(noErrorHandler())
                .setBody(makeOfRequest(requests::toCancel))
                .filter(is(Cancellation.class, cancellation -> !currentRun.cancel(cancellation.runId(), cancellation.by())))
                    .to(sql("classpath:sql/run/request-cancel.sql"))
                    .process(onUpdate(Cancellation.class, Cancellation::requireAsked))
                .end()
                .removeHeaders("*");
    }
    // spotless:on

    /** Only an admin may reload or undo, and not in a browser that somebody has left. */
    private static void requireRights(Exchange exchange) {
        if (exchange.getMessage().getBody(RunRequest.class).mode() == Mode.RELOAD) {
            Caller caller = asked(exchange).caller();
            caller.require(Role.ADMIN);
            caller.requireRecentSignIn();
        }
    }
}
