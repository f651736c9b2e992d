package org.salesetl.user;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.salesetl.web.ConflictException;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Does what the forms on the page of a user's own account ask for. */
@Component
class OwnAccount {

    private final Accounts accounts;
    private final AdminUser admin;
    private final Tokens tokens;
    private final Sessions sessions;

    OwnAccount(Accounts accounts, AdminUser admin, Tokens tokens, Sessions sessions) {
        this.accounts = accounts;
        this.admin = admin;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /**
     * The account of the user who asks.
     *
     * @throws ConflictException if the user has none, since a provider of OpenID Connect vouches for the user
     */
    Account of(WebRequest request) {
        if (request.caller().isWithoutAccount()) {
            throw new ConflictException("Who signs in by OpenID Connect has no password and no tokens here.");
        }
        return accounts.find(request.user())
                .orElseThrow(() -> new NotFoundException("There is no user " + request.user() + " any more."));
    }

    /**
     * Changes the password and ends all sessions of the user.
     *
     * @return the key of the sentence that says why the password is not changed; null if it is changed
     */
    @Nullable
    String changePassword(WebRequest request) throws IOException {
        Account account = of(request);
        String password = String.valueOf(request.one("password"));
        admin.requireChangeable(account.name());
        if (!accounts.hasPassword(account, request.one("current"))) {
            return "account.wrong";
        }
        if (!password.equals(request.one("again"))) {
            return "account.differs";
        }
        String problem = password.equals(request.one("current"))
                ? "account.same"
                : PasswordRules.problem(account.name(), password);
        if (problem == null) {
            accounts.setPassword(account.name(), password, false);
            admin.forgetFirstPassword(account.name());
            sessions.endAll(account.name());
        }
        return problem;
    }

    /** Makes a token; the token itself, which is shown once. */
    String makeToken(WebRequest request) {
        return tokens.make(of(request), request.one("name"), UserRequests.role(request), request.date("last-day"));
    }

    /** Revokes a token of the user. */
    void revoke(WebRequest request) {
        tokens.revoke(request.number("token", 0, 1, Integer.MAX_VALUE), request.user());
    }

    /** Ends a session of the user. */
    void endSession(WebRequest request) {
        sessions.end(request.one("session"), request.user());
    }
}
