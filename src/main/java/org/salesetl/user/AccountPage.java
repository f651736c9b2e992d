package org.salesetl.user;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.vocabulary.Role;
import org.salesetl.web.Page;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Makes the page of a user's own account. */
@Component
class AccountPage {

    private static final int USUAL_DAYS = 90;

    private final OwnAccount own;
    private final AdminUser admin;
    private final Tokens tokens;
    private final Sessions sessions;
    private final Clock clock;

    AccountPage(OwnAccount own, AdminUser admin, Tokens tokens, Sessions sessions, Clock clock) {
        this.own = own;
        this.admin = admin;
        this.tokens = tokens;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The page. */
    Page page(WebRequest request) {
        return new Page("account", model(request));
    }

    /** @param problem the key of the sentence that says why the password was not changed */
    Page withProblem(WebRequest request, String problem) {
        Map<String, Object> model = model(request);
        model.put("problem", problem);
        return new Page("account", model);
    }

    /** @param secret a token that has just been made */
    Page withToken(WebRequest request, String secret) {
        Map<String, Object> model = model(request);
        model.put("secret", secret);
        return new Page("account", model);
    }

    private Map<String, Object> model(WebRequest request) {
        Account account = own.of(request);
        LocalDate today = LocalDate.now(clock);
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("account", account);
        model.put("configured", admin.hasConfiguredPassword(account.name()));
        model.put("least", PasswordRules.LEAST_CHARACTERS);
        model.put(
                "roles",
                Arrays.stream(Role.values()).filter(account.role()::includes).toList());
        model.put("tokens", tokens.of(account.name()));
        model.put("sessions", sessions.of(account.name()));
        model.put("today", today);
        model.put("usual", today.plusDays(USUAL_DAYS));
        model.put("latest", today.plusYears(1));
        return model;
    }
}
