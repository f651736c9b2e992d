package org.salesetl.user;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows the account of the user who asks, and changes the password. */
@Component
class AccountRoutes extends HttpRoutes {

    static final String SHOW_ACCOUNT = "show-account";
    static final String CHANGE_PASSWORD = "change-password";

    /** The key of the sentence that says why the password was not changed. */
    private static final String PROBLEM = "problem";

    private final AccountPage page;

    AccountRoutes(AccountPage page) {
        this.page = page;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        getPage("/account", SHOW_ACCOUNT)
                .setBody(makeOfRequest(request -> page.page(request, null)))
                .to(direct(WRITE_PAGE));

        postForm("/account/password", CHANGE_PASSWORD)
                .setVariable(PROBLEM, makeOfRequest(page::changePassword))
                .choice()
                    .when(variable(PROBLEM).isNull())
                        .setHeader(HTTP_RESPONSE_CODE, constant(303))
                        .setHeader("Location", constant("/sign-in?changed"))
                        .setBody(constant(""))
                    .otherwise()
                        .setHeader(HTTP_RESPONSE_CODE, constant(400))
                        .setBody(exchange -> page.page(asked(exchange), exchange.getVariable(PROBLEM, String.class)))
                        .to(direct(WRITE_PAGE))
                .end();
    }
    // spotless:on
}
