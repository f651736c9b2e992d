package org.salesetl.dashboard;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.tellEach;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.answer.QuestionListing;
import org.salesetl.answer.QuestionRoutes;
import org.salesetl.check.CheckReport;
import org.salesetl.check.Checks;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows what uploaded files would change, asks what they do not tell, and shows how they load. */
@Component
class CheckPageRoutes extends HttpRoutes {

    static final String SHOW_CHECKS = "show-checks";
    static final String SERVE_CHECKS = "serve-checks";

    private final Checks checks;
    private final CheckPage page;

    CheckPageRoutes(Checks checks, CheckPage page) {
        this.checks = checks;
        this.page = page;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        getPage("/checks", SHOW_CHECKS)
                .setBody(makeOfRequest(page::draft))
                .split(make(CheckPageDraft.class, CheckPageDraft::questions), tellEach(CheckPageDraft.class, QuestionListing.class, CheckPageDraft::asked))
                    .stopOnException()
                    .to(direct(QuestionRoutes.LIST_QUESTIONS))
                .end()
                .filter(is(CheckPageDraft.class, CheckPageDraft::followsALoad))
                    .enrich(query("dashboard/select-files-after"), tellRows(CheckPageDraft.class, CheckPageDraft::loads))
                .end()
                .setBody(make(CheckPageDraft.class, page::page))
                .to(direct(WRITE_PAGE));

        get("/api/checks", SERVE_CHECKS, takes().answersListOf(CheckReport.class))
                .setBody(makeOfRequest(request -> checks.reports(request.caller())))
                .to(direct(WRITE_JSON));
    }
    // spotless:on
}
