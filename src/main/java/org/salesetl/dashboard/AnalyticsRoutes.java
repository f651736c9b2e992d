package org.salesetl.dashboard;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.salesetl.cache.VersionRoutes.NOTE_VERSION;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.cache.Memories;
import org.salesetl.cache.OncePerVersionPolicy;
import org.salesetl.ledger.LedgerRoutes;
import org.salesetl.quarantine.QuarantineApiRoutes;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows the ten charts for the slice that the URL names. */
@Component
class AnalyticsRoutes extends HttpRoutes {

    static final String SHOW_ANALYTICS = "show-analytics";

    static final String OFFER_CHOICES = "offer-choices";

    private final OncePerVersionPolicy once;

    AnalyticsRoutes(Memories memories) {
        this.once = memories.oncePerVersion("filter-choices");
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        getPage("/analytics", SHOW_ANALYTICS)
                .to(direct(NOTE_VERSION))
                .bean(FilterReading.class, "of(${variable.request})")
                .setVariable("reading", body())
                .to(direct(OFFER_CHOICES))
                .setVariable("choices", body())
                .to(direct(AnswerRoutes.COMPARE_PERIODS))
                .setVariable("keyFigures", body())
                .bean(Movers.class, "questions(${variable.periods})")
                .to(direct(AnswerRoutes.ANSWER_METRICS))
                .bean(Movers.class, "of(${body}, ${variable.reading.request})")
                .setVariable("movers", body())
                .setBody(simple("${variable.reading.filter}"))
                .to(direct(QuarantineApiRoutes.SUM_UP_WAITING))
                .setVariable("waiting", body())
                .to(direct(LedgerRoutes.FIND_LAST_RUN))
                .setVariable("lastRun", body())
                .setBody(simple("${variable.reading.filter.parameters}"))
                .to(query("dashboard/select-chosen"))
                .setVariable("chosen", body())
                .bean(AnalyticsPage.class, "questions(${variable.reading})")
                .to(direct(AnswerRoutes.ANSWER_METRICS))
                .bean(
                        AnalyticsPage.class,
                        "page(${body}, ${variable.reading}, ${variable.choices}, ${variable.keyFigures},"
                                + " ${variable.periods}, ${variable.movers}, ${variable.waiting}, ${variable.lastRun}, ${variable.chosen})")
                .setHeader(HTTP_RESPONSE_CODE, simple("${variable.reading.status}"))
                .to(direct(WRITE_PAGE));

        from(direct(OFFER_CHOICES))
                .routeId(OFFER_CHOICES)
                .errorHandler(noErrorHandler())
                .policy(once)
                    .to(query("dashboard/select-categories"))
                    .setVariable("categories", body())
                    .to(query("dashboard/select-cities"))
                    .setVariable("cities", body())
                    .to(query("dashboard/select-date-range").outputType("SelectOne"))
                    .bean(AnalyticsPage.class, "choices(${variable.categories}, ${variable.cities}, ${body})")
                .end();
    }
    // spotless:on
}
