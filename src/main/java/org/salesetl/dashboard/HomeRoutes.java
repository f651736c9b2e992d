package org.salesetl.dashboard;

import static org.salesetl.cache.VersionRoutes.NOTE_VERSION;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.cache.Memories;
import org.salesetl.cache.OncePerVersionPolicy;
import org.salesetl.ledger.LedgerRoutes;
import org.salesetl.ledger.RunQuery;
import org.salesetl.quarantine.QuarantineApiRoutes;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows what was loaded last, what needs attention, and how the business does at a glance. */
@Component
class HomeRoutes extends HttpRoutes {

    static final String SHOW_HOME = "show-home";

    static final String SUM_UP = "sum-up";
    static final String COUNT_REASONS = "count-reasons";

    private final OncePerVersionPolicy onceSummed;
    private final OncePerVersionPolicy onceCounted;

    HomeRoutes(Memories memories) {
        this.onceSummed = memories.oncePerVersion("totals");
        this.onceCounted = memories.oncePerVersion("reasons");
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        getPage("/", SHOW_HOME)
                .to(direct(NOTE_VERSION))
                .to(direct(SUM_UP))
                .setVariable("totals", body())
                .setBody(makeOfRequest(RunQuery::ofNewest))
                .to(direct(LedgerRoutes.FIND_LAST_LOAD))
                .setVariable("lastLoad", body())
                .to(direct(LedgerRoutes.LIST_UNSETTLED_FILES))
                .setVariable("unsettled", body())
                .to(direct(COUNT_REASONS))
                .setVariable("reasons", body())
                .setBody(method(HomePage.class, "teasers"))
                .to(direct(AnswerRoutes.ANSWER_METRICS))
                .bean(
                        HomePage.class,
                        "page(${variable.totals}, ${variable.lastLoad}, ${variable.unsettled}, ${variable.reasons}, ${body}, ${variable.request})")
                .to(direct(WRITE_PAGE));

        from(direct(SUM_UP))
                .routeId(SUM_UP)
                .errorHandler(noErrorHandler())
                .policy(onceSummed)
                    .to(query("dashboard/select-totals").outputType("SelectOne"))
                    .bean(Totals.class, "of")
                .end();

        from(direct(COUNT_REASONS))
                .routeId(COUNT_REASONS)
                .errorHandler(noErrorHandler())
                .policy(onceCounted)
                    .to(direct(QuarantineApiRoutes.COUNT_QUARANTINE))
                .end();
    }
    // spotless:on
}
