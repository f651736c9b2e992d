package org.salesetl.user;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SalesEtlProperties.OpenId;
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
    private final OpenId openId;
    private final Clock clock;

    AccountPage(
            OwnAccount own,
            AdminUser admin,
            Tokens tokens,
            Sessions sessions,
            SalesEtlProperties properties,
            Clock clock) {
        this.own = own;
        this.admin = admin;
        this.tokens = tokens;
        this.sessions = sessions;
        this.openId = properties.openId();
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
        return request.caller().isWithoutAccount() ? ofProvider(request) : ofAccount(own.of(request));
    }

    /** The provider has the password and the role, and nobody but an account has tokens. */
    private Map<String, Object> ofProvider(WebRequest request) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("name", request.user());
        model.put("role", request.caller().role());
        model.put("oneTime", false);
        model.put("configured", false);
        model.put("provider", openId.shownName());
        model.put("sessions", sessions.of(request.user()));
        return model;
    }

    private Map<String, Object> ofAccount(Account account) {
        LocalDate today = LocalDate.now(clock);
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("name", account.name());
        model.put("role", account.role());
        model.put("oneTime", account.oneTime());
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
