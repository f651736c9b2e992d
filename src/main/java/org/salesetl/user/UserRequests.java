package org.salesetl.user;

import java.util.List;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.vocabulary.Role;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Does what the forms of the page for users ask for. */
@Component
class UserRequests {

    private static final String NAME = "name";
    private static final String ROLE = "role";

    private final Accounts accounts;
    private final AdminUser admin;
    private final Tokens tokens;
    private final Sessions sessions;

    UserRequests(Accounts accounts, AdminUser admin, Tokens tokens, Sessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.accounts = accounts;
        this.admin = admin;
    }

    /** Adds a user. */
    NewPassword add(WebRequest request) {
        NewPassword password = NewPassword.of(need(request, NAME));
        accounts.add(password.user(), password.password(), role(request), true);
        return password;
    }

    /** Gives a user a one-time password. */
    NewPassword resetPassword(WebRequest request) {
        NewPassword password = NewPassword.of(need(request, NAME));
        admin.requireChangeable(password.user());
        accounts.setPassword(password.user(), password.password(), true);
        sessions.endAll(password.user());
        return password;
    }

    /** What the request is about now, for the audit: the role of a user and whether the user may sign in; empty if there is no such user. */
    String before(WebRequest request) {
        return accounts.find(request.one(NAME))
                .map(account -> "role=" + account.role().label() + ", enabled=" + account.enabled())
                .orElse("");
    }

    /** Gives a user another role, which counts from the next sign-in. */
    void changeRole(WebRequest request) {
        String name = need(request, NAME);
        accounts.setRole(name, role(request));
        sessions.endAll(name);
    }

    /** Lets a user sign in again, or not any more. */
    void enable(WebRequest request) {
        String name = need(request, NAME);
        accounts.setEnabled(name, "true".equals(request.oneOf("enabled", List.of("true", "false"))));
        sessions.endAll(name);
    }

    /** Deletes a user. */
    void delete(WebRequest request) {
        String name = need(request, NAME);
        accounts.delete(name);
        sessions.endAll(name);
    }

    /** Revokes a token of any user. */
    void revoke(WebRequest request) {
        tokens.revoke(request.number("token", 0, 1, Integer.MAX_VALUE), null);
    }

    /** Ends a session of any user. */
    void endSession(WebRequest request) {
        sessions.end(request.one("session"), null);
    }

    /** The role that a form names. */
    static Role role(WebRequest request) {
        request.oneOf(ROLE, Labelled.labels(Role.class));
        return Labelled.of(Role.class, need(request, ROLE));
    }

    private static String need(WebRequest request, String parameter) {
        String value = request.one(parameter);
        if (value == null) {
            throw new BadRequestException(parameter, "a value", "nothing");
        }
        return value;
    }

    /**
     * A password that an admin hands to a user.
     *
     * @param password the password itself, which is shown once
     */
    record NewPassword(String user, String password) {

        static NewPassword of(String user) {
            return new NewPassword(user, PasswordRules.generate());
        }
    }
}
