package org.salesetl.dashboard;

import static java.util.Objects.requireNonNullElse;

import java.util.Map;
import org.salesetl.SalesEtlProperties;
import org.salesetl.web.Page;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Makes the sign-in page. */
@Component
class SignInPage {

    private final boolean configured;
    private final String passwordFile;

    SignInPage(SalesEtlProperties properties) {
        this.configured = StringUtils.hasText(properties.adminPassword());
        this.passwordFile = properties.adminPasswordFile().toString();
    }

    Page page(WebRequest request) {
        return new Page(
                "sign-in",
                Map.of(
                        "configured",
                        configured,
                        "passwordFile",
                        passwordFile,
                        "back",
                        requireNonNullElse(request.one("back"), ""),
                        "wrong",
                        request.parameters().containsKey("error"),
                        "away",
                        request.parameters().containsKey("away"),
                        "ended",
                        request.parameters().containsKey("ended"),
                        "again",
                        request.user() != null && request.parameters().containsKey("again"),
                        "changed",
                        request.parameters().containsKey("changed"),
                        "signedOut",
                        request.parameters().containsKey("signed-out")));
    }
}
