package org.salesetl.dashboard;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.tell;
import static org.salesetl.TypedSteps.tellEach;
import static org.salesetl.TypedSteps.tellRow;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.TypedSteps.tellValue;
import static org.salesetl.cache.VersionRoutes.NOTE_VERSION;
import static org.salesetl.cache.VersionRoutes.version;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.cache.AnswerCaches;
import org.salesetl.cache.OncePerVersionPolicy;
import org.salesetl.ledger.LastRun;
import org.salesetl.ledger.LedgerRoutes;
import org.salesetl.metric.Changes;
import org.salesetl.metric.ChangesRoutes;
import org.salesetl.metric.UnprofitableProducts;
import org.salesetl.metric.UnprofitableRoutes;
import org.salesetl.quarantine.QuarantineApiRoutes;
import org.salesetl.quarantine.WaitingRevenue;
import org.salesetl.web.HttpRoutes;
import org.salesetl.web.NumberStyle;
import org.springframework.stereotype.Component;

/** Shows the ten charts for the slice in the URL. */
@Component
class AnalyticsRoutes extends HttpRoutes {

    static final String SHOW_ANALYTICS = "show-analytics";

    static final String SHOW_SLICE = "show-slice";

    static final String OFFER_CHOICES = "offer-choices";

    private final AnalyticsPage page;
    private final NumberStyle numbers;
    private final OncePerVersionPolicy once;

    AnalyticsRoutes(AnalyticsPage page, NumberStyle numbers, AnswerCaches caches) {
        this.page = page;
        this.numbers = numbers;
        this.once = caches.oncePerVersion("filter-choices");
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        getPage("/analytics", SHOW_ANALYTICS)
                .to(direct(NOTE_VERSION))
                .setBody(makeOfRequest(request -> new AnalyticsDraft(FilterReading.of(request, numbers.words()))))
                .enrich(direct(OFFER_CHOICES), tell(AnalyticsDraft.class, FilterChoices.class, AnalyticsDraft::offered))
                .choice()
                    .when(is(AnalyticsDraft.class, AnalyticsDraft::isOpening))
                        .setHeader("Location", make(AnalyticsDraft.class, AnalyticsDraft::opening))
                        .setHeader(HTTP_RESPONSE_CODE, constant(302))
                        .setBody(constant(""))
                    .otherwise()
                        .to(direct(SHOW_SLICE))
                .end();

        from(direct(SHOW_SLICE))
                .routeId(SHOW_SLICE)
                .errorHandler(noErrorHandler())
                .to(direct(AnswerRoutes.COMPARE_PERIODS))
                .split(make(AnalyticsDraft.class, AnalyticsDraft::changesQuestion), tellEach(AnalyticsDraft.class, Changes.class, AnalyticsDraft::moved))
                    .stopOnException()
                    .to(direct(ChangesRoutes.FIND_CHANGES))
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
                    .setBody(exchange -> new ChoicesDraft(version(exchange).day()))
                    .enrich(query("dashboard/select-categories"), tellRows(ChoicesDraft.class, ChoicesDraft::categories))
                    .enrich(query("dashboard/select-cities"), tellRows(ChoicesDraft.class, ChoicesDraft::cities))
                    .enrich(query("dashboard/select-months"), tellRows(ChoicesDraft.class, ChoicesDraft::months))
                    .enrich(query("dashboard/select-date-range").outputType("SelectOne"), tellRow(ChoicesDraft.class, ChoicesDraft::dates))
                    .setBody(make(ChoicesDraft.class, ChoicesDraft::choices))
                .end();
    }
    // spotless:on
}
