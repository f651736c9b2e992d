package org.salesetl.user;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.Page;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Makes the page of a user's own account, and changes the password. */
@Component
class AccountPage {

    private final Accounts accounts;
    private final AdminUser admin;

    AccountPage(Accounts accounts, AdminUser admin) {
        this.accounts = accounts;
        this.admin = admin;
    }

    /** @param problem the key of the sentence that says why the password was not changed; null if there is no problem */
    Page page(WebRequest request, @Nullable String problem) {
        Account account = account(request);
        Map<String, Object> model = new HashMap<>();
        model.put("account", account);
        model.put("configured", admin.hasConfiguredPassword(account.name()));
        model.put("least", PasswordRules.LEAST_CHARACTERS);
        if (problem != null) {
            model.put("problem", problem);
        }
        return new Page("account", model);
    }

    /** Changes the password as the form asks for; the key of the sentence that says why not, or null if it is changed. */
    @Nullable
    String changePassword(WebRequest request) throws IOException {
        Account account = account(request);
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
        }
        return problem;
    }

    private Account account(WebRequest request) {
        return accounts.find(request.user())
                .orElseThrow(() -> new NotFoundException("There is no user " + request.user() + " any more."));
    }
}
