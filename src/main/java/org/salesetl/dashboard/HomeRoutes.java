package org.salesetl.dashboard;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.makeOfRow;
import static org.salesetl.TypedSteps.tell;
import static org.salesetl.TypedSteps.tellEach;
import static org.salesetl.TypedSteps.tellList;
import static org.salesetl.cache.VersionRoutes.NOTE_VERSION;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import java.time.Clock;
import java.time.LocalDate;
import org.salesetl.cache.AnswerCaches;
import org.salesetl.cache.OncePerVersionPolicy;
import org.salesetl.ledger.LedgerRoutes;
import org.salesetl.ledger.RunEntry;
import org.salesetl.ledger.RunQuery;
import org.salesetl.ledger.UnsettledFile;
import org.salesetl.metric.MetricResult;
import org.salesetl.metric.MetricRoutes;
import org.salesetl.quarantine.QuarantineApiRoutes;
import org.salesetl.quarantine.ReasonCount;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows the home page: the last load, problems that need attention, the totals and two charts. */
@Component
class HomeRoutes extends HttpRoutes {

    static final String SHOW_HOME = "show-home";

    static final String SUM_UP = "sum-up";

    private final HomePage page;
    private final Clock clock;
    private final OncePerVersionPolicy onceSummed;

    HomeRoutes(HomePage page, AnswerCaches caches, Clock clock) {
        this.page = page;
        this.clock = clock;
        this.onceSummed = caches.oncePerVersion("totals");
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        getPage("/", SHOW_HOME)
                .to(direct(NOTE_VERSION))
                .setBody(makeOfRequest(request -> new HomeDraft(RunQuery.ofNewest(request))))
                .enrich(direct(SUM_UP), tell(HomeDraft.class, Totals.class, HomeDraft::summedUp))
                .split(make(HomeDraft.class, HomeDraft::lastLoadQuery), tellEach(HomeDraft.class, RunEntry.Listing.class, HomeDraft::loaded))
                    .stopOnException()
                    .to(direct(LedgerRoutes.FIND_LAST_LOAD))
                .end()
                .enrich(direct(LedgerRoutes.LIST_UNSETTLED_FILES), tellList(HomeDraft.class, UnsettledFile.class, HomeDraft::unsettled))
                .enrich(direct(QuarantineApiRoutes.COUNT_QUARANTINE), tellList(HomeDraft.class, ReasonCount.class, HomeDraft::counted))
                .split(make(HomeDraft.class, HomeDraft::questions), tellEach(HomeDraft.class, MetricResult.class, HomeDraft::answered))
                    .stopOnException()
                    .to(direct(MetricRoutes.ANSWER_METRIC))
                .end()
                .setBody(makeWithRequest(HomeDraft.class, page::page))
                .to(direct(WRITE_PAGE));

        from(direct(SUM_UP))
                .routeId(SUM_UP)
                .errorHandler(noErrorHandler())
                .policy(onceSummed)
                    .to(query("dashboard/select-totals").outputType("SelectOne"))
                    .setBody(makeOfRow(row -> Totals.of(row, LocalDate.now(clock))))
                .end();
    }
    // spotless:on
}
