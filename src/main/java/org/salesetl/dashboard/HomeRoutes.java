package org.salesetl.dashboard;

import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.ledger.LedgerRoutes;
import org.salesetl.quarantine.QuarantineApiRoutes;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows what was loaded last, what needs attention, and how the business does at a glance. */
@Component
class HomeRoutes extends HttpRoutes {

    static final String SHOW_HOME = "show-home";

    @Override
    public void configure() {
        getPage("/", SHOW_HOME)
                .to(sql("classpath:sql/dashboard/select-totals.sql").outputType("SelectOne"))
                .bean(Totals.class, "of")
                .setVariable("totals", body())
                .to(direct(LedgerRoutes.FIND_LAST_LOAD))
                .setVariable("lastLoad", body())
                .to(direct(LedgerRoutes.LIST_UNSETTLED_FILES))
                .setVariable("unsettled", body())
                .to(direct(QuarantineApiRoutes.COUNT_QUARANTINE))
                .setVariable("reasons", body())
                .setBody(method(HomePage.class, "teasers"))
                .to(direct(AnswerRoutes.ANSWER_METRICS))
                .bean(
                        HomePage.class,
                        "page(${variable.totals}, ${variable.lastLoad}, ${variable.unsettled}, ${variable.reasons}, ${body})")
                .to(direct(WRITE_PAGE));
    }
}
