package org.salesetl.user;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SalesEtlProperties.OpenId;
import org.salesetl.user.UserRequests.NewPassword;
import org.salesetl.vocabulary.Role;
import org.salesetl.web.Page;
import org.springframework.stereotype.Component;

/** Makes the page on which admins manage users. */
@Component
class UsersPage {

    private final Accounts accounts;
    private final Tokens tokens;
    private final Sessions sessions;
    private final OpenId openId;

    UsersPage(Accounts accounts, Tokens tokens, Sessions sessions, SalesEtlProperties properties) {
        this.openId = properties.openId();
        this.accounts = accounts;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** @param password a password that has just been made; null if none has */
    Page page(@Nullable NewPassword password) {
        Map<String, Object> model = new HashMap<>();
        model.put("accounts", accounts.all());
        model.put("roles", Role.values());
        model.put("tokens", tokens.of(null));
        model.put("sessions", sessions.of(null));
        if (openId.isOn()) {
            model.put("provider", openId.shownName());
        }
        if (password != null) {
            model.put("password", password);
        }
        return new Page("users", model);
    }
}
