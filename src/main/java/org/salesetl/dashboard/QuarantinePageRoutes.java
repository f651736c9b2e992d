package org.salesetl.dashboard;

import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.quarantine.QuarantineApiRoutes;
import org.salesetl.quarantine.QuarantineQuery;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows the rows that did not load, and why. */
@Component
class QuarantinePageRoutes extends HttpRoutes {

    static final String SHOW_QUARANTINED_ROW = "show-quarantined-row";
    static final String SHOW_QUARANTINE = "show-quarantine";

    @Override
    public void configure() {
        getPage("/quarantine", SHOW_QUARANTINE)
                .bean(QuarantineQuery.class, "of(${variable.request})")
                .setVariable("query", body())
                .to(direct(QuarantineApiRoutes.COUNT_QUARANTINE))
                .setVariable("counts", body())
                .to(direct(QuarantineApiRoutes.LIST_QUARANTINE_FILES))
                .setVariable("files", body())
                .setBody(variable("query"))
                .to(direct(QuarantineApiRoutes.LIST_QUARANTINE))
                .bean(
                        QuarantinePage.class,
                        "page(${body}, ${variable.query}, ${variable.counts}, ${variable.files}, ${variable.request})")
                .to(direct(WRITE_PAGE));

        getPage("/quarantine/{id}", SHOW_QUARANTINED_ROW)
                .to(direct(QuarantineApiRoutes.FIND_QUARANTINED_ROW))
                .bean(QuarantinePage.class, "one")
                .to(direct(WRITE_PAGE));
    }
}
