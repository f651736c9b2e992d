package org.salesetl.dashboard;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.salesetl.cache.VersionRoutes.NOTE_VERSION;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.lineage.FactQuery;
import org.salesetl.lineage.LineageRoutes;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows the history of one product or customer. */
@Component
class ProfileRoutes extends HttpRoutes {

    static final String SHOW_PRODUCT = "show-product";
    static final String SHOW_CUSTOMER = "show-customer";
    static final String SHOW_PROFILE = "show-profile";

    @Override
    public void configure() {
        getPage("/product", SHOW_PRODUCT)
                .setVariable("kind", constant("product"))
                .to(direct(SHOW_PROFILE));

        getPage("/customer", SHOW_CUSTOMER)
                .setVariable("kind", constant("customer"))
                .to(direct(SHOW_PROFILE));

        from(direct(SHOW_PROFILE))
                .routeId(SHOW_PROFILE)
                .errorHandler(noErrorHandler())
                .to(direct(NOTE_VERSION))
                .bean(FilterReading.class, "of(${variable.request})")
                .setVariable("reading", body())
                .bean(Profile.class, "of(${variable.kind}, ${variable.reading.filter})")
                .setVariable("profile", body())
                .setBody(simple("${variable.profile.parameters}"))
                .toD(queryUri("dashboard/select-${variable.kind}") + "&outputType=SelectOne")
                .bean(ProfilePage.class, "found(${body}, ${variable.profile})")
                .setVariable("found", body())
                .to(direct(AnalyticsRoutes.OFFER_CHOICES))
                .setVariable("choices", body())
                .to(direct(AnswerRoutes.COMPARE_PERIODS))
                .setVariable("keyFigures", body())
                .setVariable("factQuery", method(FactQuery.class, "newest(${variable.reading.filter})"))
                .to(direct(LineageRoutes.LIST_FACTS))
                .setVariable("facts", body())
                .bean(ProfilePage.class, "questions(${variable.profile}, ${variable.reading})")
                .to(direct(AnswerRoutes.ANSWER_METRICS))
                .setVariable("results", body())
                .bean(
                        ProfilePage.class,
                        "page(${variable.profile}, ${variable.found}, ${variable.reading}, ${variable.choices},"
                                + " ${variable.keyFigures}, ${variable.results}, ${variable.facts})")
                .setHeader(HTTP_RESPONSE_CODE, simple("${variable.reading.status}"))
                .to(direct(WRITE_PAGE));
    }
}
