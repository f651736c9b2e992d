package org.salesetl.dashboard;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows the page that asks for the password. */
@Component
class SignInRoutes extends HttpRoutes {

    static final String SHOW_SIGN_IN = "show-sign-in";

    private final SignInPage page;

    SignInRoutes(SignInPage page) {
        this.page = page;
    }

    @Override
    public void configure() {
        getPage("/sign-in", SHOW_SIGN_IN).setBody(makeOfRequest(page::page)).to(direct(WRITE_PAGE));
    }
}
