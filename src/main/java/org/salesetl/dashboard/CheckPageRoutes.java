package org.salesetl.dashboard;

import static org.salesetl.TypedSteps.makeOf;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.check.Checks;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows what checked files would change. */
@Component
class CheckPageRoutes extends HttpRoutes {

    static final String SHOW_CHECKS = "show-checks";
    static final String SERVE_CHECKS = "serve-checks";

    private final Checks checks;
    private final RunPage page;

    CheckPageRoutes(Checks checks, RunPage page) {
        this.checks = checks;
        this.page = page;
    }

    @Override
    public void configure() {
        getPage("/checks", SHOW_CHECKS)
                .setBody(makeOf(exchange -> page.checks(checks.reports())))
                .to(direct(WRITE_PAGE));

        get("/api/checks", SERVE_CHECKS)
                .setBody(makeOf(exchange -> checks.reports()))
                .to(direct(WRITE_JSON));
    }
}
