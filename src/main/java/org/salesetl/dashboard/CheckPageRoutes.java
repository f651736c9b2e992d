package org.salesetl.dashboard;

import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.check.Checks;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows what files would change that have been checked and not loaded. */
@Component
class CheckPageRoutes extends HttpRoutes {

    static final String SHOW_CHECKS = "show-checks";
    static final String SERVE_CHECKS = "serve-checks";

    @Override
    public void configure() {
        getPage("/checks", SHOW_CHECKS)
                .bean(Checks.class, "reports")
                .bean(RunPage.class, "checks")
                .to(direct(WRITE_PAGE));

        get("/api/checks", SERVE_CHECKS).bean(Checks.class, "reports").to(direct(WRITE_JSON));
    }
}
