package org.salesetl.dashboard;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tell;
import static org.salesetl.TypedSteps.tellEach;
import static org.salesetl.TypedSteps.tellRow;
import static org.salesetl.cache.VersionRoutes.NOTE_VERSION;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.lineage.FactListing;
import org.salesetl.lineage.LineageRoutes;
import org.salesetl.web.HttpRoutes;
import org.salesetl.web.NumberStyle;
import org.springframework.stereotype.Component;

/** Shows the page of a product or customer. */
@Component
class ProfileRoutes extends HttpRoutes {

    static final String SHOW_PROFILE = "show-profile";

    private final ProfilePage page;
    private final NumberStyle numbers;

    ProfileRoutes(ProfilePage page, NumberStyle numbers) {
        this.page = page;
        this.numbers = numbers;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        for (ProfileKind kind : ProfileKind.values()) {
            getPage("/" + kind.label(), "show-" + kind.label())
                    .to(direct(NOTE_VERSION))
                    .setBody(makeOfRequest(request -> new ProfileDraft(kind, FilterReading.of(request, numbers.words()))))
                    .enrich(query("dashboard/select-" + kind.label()).outputType("SelectOne"), tellRow(ProfileDraft.class, ProfileDraft::found))
                    .process(on(ProfileDraft.class, ProfileDraft::requireFound))
                    .to(direct(SHOW_PROFILE));
        }

        from(direct(SHOW_PROFILE))
                .routeId(SHOW_PROFILE)
                .errorHandler(noErrorHandler())
                .enrich(direct(AnalyticsRoutes.OFFER_CHOICES), tell(ProfileDraft.class, FilterChoices.class, ProfileDraft::offered))
                .to(direct(AnswerRoutes.COMPARE_PERIODS))
                .split(make(ProfileDraft.class, ProfileDraft::factQuery), tellEach(ProfileDraft.class, FactListing.class, ProfileDraft::sold))
                    .stopOnException()
                    .to(direct(LineageRoutes.LIST_FACTS))
                .end()
                .to(direct(AnswerRoutes.ANSWER_METRICS))
                .setHeader(HTTP_RESPONSE_CODE, make(ProfileDraft.class, ProfileDraft::status))
                .setBody(make(ProfileDraft.class, page::page))
                .to(direct(WRITE_PAGE));
    }
    // spotless:on
}
