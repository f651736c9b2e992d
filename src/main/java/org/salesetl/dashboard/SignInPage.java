package org.salesetl.dashboard;

import static java.util.Objects.requireNonNullElse;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SalesEtlProperties.OpenId;
import org.salesetl.openid.OpenIdSignIn;
import org.salesetl.openid.SignInProblem;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.web.Page;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the sign-in page. */
@Component
class SignInPage {

    private final boolean configured;
    private final String passwordFile;
    private final OpenId openId;

    SignInPage(SalesEtlProperties properties) {
        this.configured = StringUtils.hasText(properties.adminPassword());
        this.passwordFile = properties.adminPasswordFile().toString();
        this.openId = properties.openId();
    }

    Page page(WebRequest request) {
        boolean again = request.user() != null && request.parameters().containsKey("again");
        String back = request.one("back");
        Map<String, Object> model = new HashMap<>();
        model.put("configured", configured);
        model.put("passwordFile", passwordFile);
        model.put("back", requireNonNullElse(back, ""));
        model.put("wrong", request.parameters().containsKey("error"));
        model.put("away", request.parameters().containsKey("away"));
        model.put("ended", request.parameters().containsKey("ended"));
        model.put("again", again);
        model.put("changed", request.parameters().containsKey("changed"));
        model.put("signedOut", request.parameters().containsKey("signed-out"));
        // whoever has to sign in again does so in the same way
        boolean stranger = request.user() == null;
        model.put("withPassword", stranger || (again && !request.caller().isWithoutAccount()));
        if (openId.isOn()) {
            addProvider(model, request, stranger || (again && request.caller().isWithoutAccount()), again, back);
        }
        return new Page("sign-in", model);
    }

    private void addProvider(
            Map<String, Object> model, WebRequest request, boolean offered, boolean again, @Nullable String back) {
        model.put("provider", openId.shownName());
        if (offered) {
            model.put("providerUrl", providerUrl(again, back));
        }
        String problem = request.oneOf("open-id", Labelled.labels(SignInProblem.class));
        if (problem != null) {
            model.put("problem", problem);
        }
    }

    private static String providerUrl(boolean again, @Nullable String back) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(OpenIdSignIn.PATH);
        if (again) {
            url.queryParam("again");
        }
        if (back != null) {
            url.queryParam("back", "{back}");
        }
        return url.encode()
                .buildAndExpand(back == null ? Map.of() : Map.of("back", back))
                .toUriString();
    }
}
