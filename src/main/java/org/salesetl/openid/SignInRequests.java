package org.salesetl.openid;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Notes in a request to the provider where the browser goes afterwards, and makes the provider ask for the password if that is needed. */
final class SignInRequests implements OAuth2AuthorizationRequestResolver {

    private final OAuth2AuthorizationRequestResolver resolver;

    SignInRequests(OAuth2AuthorizationRequestResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return completed(resolver.resolve(request), request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
        return completed(resolver.resolve(request, id), request);
    }

    private static @Nullable OAuth2AuthorizationRequest completed(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request) {
        if (asked == null) {
            return null;
        }
        OAuth2AuthorizationRequest.Builder completed = OAuth2AuthorizationRequest.from(asked);
        String back = PendingSignIn.shortBack(request);
        if (back != null) {
            completed.attributes(attributes -> attributes.put(PendingSignIn.BACK, back));
        }
        if (request.getParameter(PendingSignIn.AGAIN) != null) {
            completed.attributes(attributes -> attributes.put(PendingSignIn.AGAIN, true));
            completed.additionalParameters(parameters -> {
                parameters.put("prompt", "login");
                // then the provider has to say when the password was given
                parameters.put("max_age", "0");
            });
        }
        return completed.build();
    }
}
