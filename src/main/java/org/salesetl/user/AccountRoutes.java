package org.salesetl.user;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.web.HttpAnswerRoutes.SEE_OTHER;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows the account of the user who asks, and takes what the user changes. */
@Component
class AccountRoutes extends HttpRoutes {

    static final String SHOW_ACCOUNT = "show-account";
    static final String CHANGE_PASSWORD = "change-password";
    static final String MAKE_TOKEN = "make-token";
    static final String REVOKE_OWN_TOKEN = "revoke-own-token";
    static final String END_OWN_SESSION = "end-own-session";

    /** The key of the sentence that says why the password was not changed. */
    private static final String PROBLEM = "problem";

    private final OwnAccount own;
    private final AccountPage page;

    AccountRoutes(OwnAccount own, AccountPage page) {
        this.own = own;
        this.page = page;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        getPage("/account", SHOW_ACCOUNT)
                .setBody(makeOfRequest(page::page))
                .to(direct(WRITE_PAGE));

        postForm("/account/password", CHANGE_PASSWORD)
                .setVariable(PROBLEM, makeOfRequest(own::changePassword))
                .choice()
                    .when(variable(PROBLEM).isNull())
                        .setBody(constant("/sign-in?changed"))
                        .to(direct(SEE_OTHER))
                    .otherwise()
                        .setHeader(HTTP_RESPONSE_CODE, constant(400))
                        .setBody(exchange -> page.withProblem(asked(exchange), exchange.getVariable(PROBLEM, String.class)))
                        .to(direct(WRITE_PAGE))
                .end();

        postForm("/account/token", MAKE_TOKEN)
                .process(exchange -> asked(exchange).caller().requireRecentSignIn())
                .setBody(makeOfRequest(own::makeToken))
                .setBody(makeWithRequest(String.class, (secret, request) -> page.withToken(request, secret)))
                .to(direct(WRITE_PAGE));

        postForm("/account/revoke", REVOKE_OWN_TOKEN)
                .process(exchange -> own.revoke(asked(exchange)))
                .setBody(constant("/account"))
                .to(direct(SEE_OTHER));

        postForm("/account/session", END_OWN_SESSION)
                .process(exchange -> own.endSession(asked(exchange)))
                .setBody(constant("/account"))
                .to(direct(SEE_OTHER));
    }
    // spotless:on
}
