package org.salesetl.dashboard;

import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.ledger.LedgerRoutes;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows runs: all of them, one of them, and how far the one has come that is going on. */
@Component
class RunPageRoutes extends HttpRoutes {

    static final String SHOW_RUNS = "show-runs";
    static final String SHOW_RUN = "show-run";
    static final String CONFIRM_RELOAD = "confirm-reload";
    static final String SERVE_PROGRESS = "serve-progress";
    static final String TELL_PROGRESS = "tell-progress";

    @Override
    public void configure() {
        getPage("/etl", SHOW_RUNS)
                .setVariable("asked", variable(REQUEST))
                .to(direct(TELL_PROGRESS))
                .setVariable("progress", body())
                .bean(RunPage.class, "window(${variable.asked})")
                .setVariable(REQUEST, body())
                .to(direct(LedgerRoutes.LIST_RUNS))
                .bean(RunPage.class, "list(${body}, ${variable.progress}, ${variable.request})")
                .to(direct(WRITE_PAGE));

        getPage("/etl/runs/{id}", SHOW_RUN)
                .to(direct(LedgerRoutes.FIND_RUN))
                .bean(RunPage.class, "one(${body}, ${variable.request})")
                .to(direct(WRITE_PAGE));

        getPage("/etl/reload", CONFIRM_RELOAD)
                .bean(RunPage.class, "confirmReload")
                .to(direct(WRITE_PAGE));

        get("/api/etl/progress", SERVE_PROGRESS).to(direct(TELL_PROGRESS)).to(direct(WRITE_JSON));

        from(direct(TELL_PROGRESS))
                .routeId(TELL_PROGRESS)
                .errorHandler(noErrorHandler())
                .bean(RunProgress.class, "newest")
                .setVariable(REQUEST, body())
                .to(direct(LedgerRoutes.LIST_RUNS))
                .bean(RunProgress.class, "report");
    }
}
