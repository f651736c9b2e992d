package org.salesetl.dashboard;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.tell;
import static org.salesetl.TypedSteps.tellEach;
import static org.salesetl.TypedSteps.tellRow;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.TypedSteps.tellValue;
import static org.salesetl.cache.VersionRoutes.NOTE_VERSION;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.cache.AnswerCaches;
import org.salesetl.cache.OncePerVersionPolicy;
import org.salesetl.ledger.LastRun;
import org.salesetl.ledger.LedgerRoutes;
import org.salesetl.metric.MetricResult;
import org.salesetl.metric.MetricRoutes;
import org.salesetl.metric.UnprofitableProducts;
import org.salesetl.metric.UnprofitableRoutes;
import org.salesetl.quarantine.QuarantineApiRoutes;
import org.salesetl.quarantine.WaitingRevenue;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows the ten charts for the slice in the URL. */
@Component
class AnalyticsRoutes extends HttpRoutes {

    static final String SHOW_ANALYTICS = "show-analytics";

    static final String OFFER_CHOICES = "offer-choices";

    private final AnalyticsPage page;
    private final Movers movers;
    private final OncePerVersionPolicy once;

    AnalyticsRoutes(AnalyticsPage page, Movers movers, AnswerCaches caches) {
        this.page = page;
        this.movers = movers;
        this.once = caches.oncePerVersion("filter-choices");
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        getPage("/analytics", SHOW_ANALYTICS)
                .to(direct(NOTE_VERSION))
                .setBody(makeOfRequest(request -> new AnalyticsDraft(FilterReading.of(request))))
                .enrich(direct(OFFER_CHOICES), tell(AnalyticsDraft.class, FilterChoices.class, AnalyticsDraft::offered))
                .to(direct(AnswerRoutes.COMPARE_PERIODS))
                .split(make(AnalyticsDraft.class, draft -> movers.questions(draft.periods())), tellEach(AnalyticsDraft.class, MetricResult.class, AnalyticsDraft::moved))
                    .stopOnException()
                    .to(direct(MetricRoutes.ANSWER_METRIC))
                .end()
                .split(make(AnalyticsDraft.class, AnalyticsDraft::filter), tellEach(AnalyticsDraft.class, WaitingRevenue.class, AnalyticsDraft::waits))
                    .stopOnException()
                    .to(direct(QuarantineApiRoutes.SUM_UP_WAITING))
                .end()
                .split(make(AnalyticsDraft.class, AnalyticsDraft::filter), tellEach(AnalyticsDraft.class, UnprofitableProducts.class, AnalyticsDraft::unprofitable))
                    .stopOnException()
                    .to(direct(UnprofitableRoutes.FIND_UNPROFITABLE))
                .end()
                .enrich(direct(LedgerRoutes.FIND_LAST_RUN), tellValue(AnalyticsDraft.class, LastRun.class, AnalyticsDraft::lastRun))
                .enrich(query("dashboard/select-chosen"), tellRows(AnalyticsDraft.class, AnalyticsDraft::chosen))
                .split(make(AnalyticsDraft.class, AnalyticsDraft::unknown), tellEach(AnalyticsDraft.class, Suggestion.class, AnalyticsDraft::suggested))
                    .stopOnException()
                    .to(direct(SearchRoutes.SUGGEST))
                .end()
                .to(direct(AnswerRoutes.ANSWER_METRICS))
                .setHeader(HTTP_RESPONSE_CODE, make(AnalyticsDraft.class, AnalyticsDraft::status))
                .setBody(make(AnalyticsDraft.class, page::page))
                .to(direct(WRITE_PAGE));

        from(direct(OFFER_CHOICES))
                .routeId(OFFER_CHOICES)
                .errorHandler(noErrorHandler())
                .policy(once)
                    .setBody(exchange -> new ChoicesDraft())
                    .enrich(query("dashboard/select-categories"), tellRows(ChoicesDraft.class, ChoicesDraft::categories))
                    .enrich(query("dashboard/select-cities"), tellRows(ChoicesDraft.class, ChoicesDraft::cities))
                    .enrich(query("dashboard/select-date-range").outputType("SelectOne"), tellRow(ChoicesDraft.class, ChoicesDraft::dates))
                    .setBody(make(ChoicesDraft.class, ChoicesDraft::choices))
                .end();
    }
    // spotless:on
}
