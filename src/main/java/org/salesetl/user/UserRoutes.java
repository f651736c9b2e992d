package org.salesetl.user;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.web.HttpAnswerRoutes.SEE_OTHER;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.apache.camel.model.ProcessorDefinition;
import org.salesetl.user.UserRequests.NewPassword;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows users, and lets admins add and change them. */
@Component
class UserRoutes extends HttpRoutes {

    static final String SHOW_USERS = "show-users";
    static final String ADD_USER = "add-user";
    static final String RESET_PASSWORD = "reset-password";
    static final String CHANGE_ROLE = "change-role";
    static final String ENABLE_USER = "enable-user";
    static final String DELETE_USER = "delete-user";
    static final String REVOKE_TOKEN = "revoke-token";
    static final String END_SESSION = "end-session";

    private final UserRequests requests;
    private final UsersPage page;

    UserRoutes(UserRequests requests, UsersPage page) {
        this.requests = requests;
        this.page = page;
    }

    @Override
    public void configure() {
        getPage("/users", SHOW_USERS)
                .setBody(makeOfRequest(request -> page.page(null)))
                .to(direct(WRITE_PAGE));

        change("/users", ADD_USER)
                .setBody(makeOfRequest(requests::add))
                .setBody(make(NewPassword.class, page::page))
                .to(direct(WRITE_PAGE));

        change("/users/password", RESET_PASSWORD)
                .setBody(makeOfRequest(requests::resetPassword))
                .setBody(make(NewPassword.class, page::page))
                .to(direct(WRITE_PAGE));

        backToUsers(change("/users/role", CHANGE_ROLE).process(exchange -> requests.changeRole(asked(exchange))));
        backToUsers(change("/users/enabled", ENABLE_USER).process(exchange -> requests.enable(asked(exchange))));
        backToUsers(change("/users/revoke", REVOKE_TOKEN).process(exchange -> requests.revoke(asked(exchange))));
        backToUsers(change("/users/session", END_SESSION).process(exchange -> requests.endSession(asked(exchange))));
        backToUsers(change("/users/delete", DELETE_USER).process(exchange -> requests.delete(asked(exchange))));
    }

    private ProcessorDefinition<?> change(String path, String routeId) {
        return postForm(path, routeId)
                .process(exchange -> asked(exchange).caller().requireRecentSignIn())
                .setVariable(BEFORE, makeOfRequest(requests::before));
    }

    private void backToUsers(ProcessorDefinition<?> route) {
        route.setBody(constant("/users")).to(direct(SEE_OTHER));
    }
}
