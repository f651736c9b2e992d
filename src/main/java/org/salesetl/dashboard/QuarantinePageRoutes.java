package org.salesetl.dashboard;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.tell;
import static org.salesetl.TypedSteps.tellEach;
import static org.salesetl.TypedSteps.tellList;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.cache.VersionRoutes.NOTE_VERSION;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.answer.GuestRoutes;
import org.salesetl.answer.WaitingGuests;
import org.salesetl.quarantine.QuarantineApiRoutes;
import org.salesetl.quarantine.QuarantineListing;
import org.salesetl.quarantine.QuarantineQuery;
import org.salesetl.quarantine.QuarantinedRowQuery;
import org.salesetl.quarantine.ReasonCount;
import org.salesetl.retention.RetentionRoutes;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows the rows in the quarantine, with their reasons. */
@Component
class QuarantinePageRoutes extends HttpRoutes {

    static final String SHOW_QUARANTINED_ROW = "show-quarantined-row";
    static final String SHOW_QUARANTINE = "show-quarantine";

    private final QuarantinePage page;

    QuarantinePageRoutes(QuarantinePage page) {
        this.page = page;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        getPage("/quarantine", SHOW_QUARANTINE)
                .to(direct(NOTE_VERSION))
                .setBody(makeOfRequest(request -> new QuarantinePageDraft(QuarantineQuery.of(request))))
                .enrich(direct(QuarantineApiRoutes.COUNT_QUARANTINE), tellList(QuarantinePageDraft.class, ReasonCount.class, QuarantinePageDraft::counted))
                .enrich(direct(QuarantineApiRoutes.LIST_QUARANTINE_FILES), tellList(QuarantinePageDraft.class, String.class, QuarantinePageDraft::named))
                .enrich(direct(GuestRoutes.LIST_WAITING_GUESTS), tellList(QuarantinePageDraft.class, WaitingGuests.class, QuarantinePageDraft::waiting))
                .enrich(query("dashboard/select-waiting-rates"), tellRows(QuarantinePageDraft.class, QuarantinePageDraft::waitingForRates))
                .enrich(direct(RetentionRoutes.COUNT_DELETED_ROWS), tell(QuarantinePageDraft.class, Number.class, QuarantinePageDraft::deleted))
                .split(make(QuarantinePageDraft.class, QuarantinePageDraft::query), tellEach(QuarantinePageDraft.class, QuarantineListing.class, QuarantinePageDraft::listed))
                    .stopOnException()
                    .to(direct(QuarantineApiRoutes.LIST_QUARANTINE))
                .end()
                .setBody(makeWithRequest(QuarantinePageDraft.class, page::page))
                .to(direct(WRITE_PAGE));

        getPage("/quarantine/{id}", SHOW_QUARANTINED_ROW)
                .setBody(makeOfRequest(QuarantinedRowQuery::of))
                .to(direct(QuarantineApiRoutes.FIND_QUARANTINED_ROW))
                .setBody(make(QuarantineListing.Entry.class, page::one))
                .to(direct(WRITE_PAGE));
    }
    // spotless:on
}
