package org.salesetl.dashboard;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.tell;
import static org.salesetl.TypedSteps.tellEach;
import static org.salesetl.TypedSteps.tellList;
import static org.salesetl.TypedSteps.withValue;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.answer.GuestRoutes;
import org.salesetl.answer.WaitingGuests;
import org.salesetl.ledger.LedgerRoutes;
import org.salesetl.ledger.RunEntry;
import org.salesetl.ledger.RunQuery;
import org.salesetl.retention.Announcement;
import org.salesetl.retention.RetentionRoutes;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows the list of runs, single runs, and the progress of the current run. */
@Component
class RunPageRoutes extends HttpRoutes {

    static final String SHOW_RUNS = "show-runs";
    static final String SHOW_RUN = "show-run";
    static final String CONFIRM_RELOAD = "confirm-reload";
    static final String SERVE_PROGRESS = "serve-progress";
    static final String TELL_PROGRESS = "tell-progress";

    private final RunPage page;
    private final RunProgress progress;

    RunPageRoutes(RunPage page, RunProgress progress) {
        this.page = page;
        this.progress = progress;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        getPage("/etl", SHOW_RUNS)
                .setBody(makeOfRequest(page::draft))
                .enrich(direct(TELL_PROGRESS), tell(RunsDraft.class, RunProgress.Report.class, RunsDraft::progress))
                .enrich(direct(RetentionRoutes.LIST_ANNOUNCEMENTS), tellList(RunsDraft.class, Announcement.class, RunsDraft::announced))
                .split(make(RunsDraft.class, RunsDraft::query), tellEach(RunsDraft.class, RunEntry.Listing.class, RunsDraft::listed))
                    .stopOnException()
                    .to(direct(LedgerRoutes.LIST_RUNS))
                .end()
                .setBody(makeWithRequest(RunsDraft.class, page::list))
                .to(direct(WRITE_PAGE));

        getPage("/etl/runs/{id}", SHOW_RUN)
                .setBody(makeOfRequest(RunQuery::ofOne))
                .to(direct(LedgerRoutes.FIND_RUN))
                .setBody(make(RunEntry.class, RunDraft::new))
                .enrich(direct(GuestRoutes.LIST_WAITING_GUESTS), tellList(RunDraft.class, WaitingGuests.class, RunDraft::waiting))
                .setBody(makeWithRequest(RunDraft.class, page::one))
                .to(direct(WRITE_PAGE));

        getPage("/etl/reload", CONFIRM_RELOAD)
                .to(direct(RetentionRoutes.COUNT_DELETED_FILES))
                .setBody(make(Number.class, page::confirmReload))
                .to(direct(WRITE_PAGE));

        get("/api/etl/progress", SERVE_PROGRESS, takes().answers(RunProgress.Report.class)).to(direct(TELL_PROGRESS)).to(direct(WRITE_JSON));

        from(direct(TELL_PROGRESS))
                .routeId(TELL_PROGRESS)
                .errorHandler(noErrorHandler())
                .setBody(constant(RunQuery.NEWEST))
                .to(direct(LedgerRoutes.LIST_RUNS))
                .enrich(direct(LedgerRoutes.FIND_IDLE_SECONDS), withValue(RunEntry.Listing.class, Number.class, progress::report));
    }
    // spotless:on
}
