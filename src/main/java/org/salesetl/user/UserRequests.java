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

    private final Accounts accounts;
    private final AdminUser admin;

    UserRequests(Accounts accounts, AdminUser admin) {
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
        return password;
    }

    /** Gives a user another role. */
    void changeRole(WebRequest request) {
        accounts.setRole(need(request, NAME), role(request));
    }

    /** Lets a user sign in again, or not any more. */
    void enable(WebRequest request) {
        accounts.setEnabled(need(request, NAME), "true".equals(request.oneOf("enabled", List.of("true", "false"))));
    }

    /** Deletes a user. */
    void delete(WebRequest request) {
        accounts.delete(need(request, NAME));
    }

    private static Role role(WebRequest request) {
        String role = need(request, "role");
        return Labelled.find(Role.class, role)
                .orElseThrow(() -> new BadRequestException(
                        "role", "one of " + String.join(", ", Labelled.labels(Role.class)), role));
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
