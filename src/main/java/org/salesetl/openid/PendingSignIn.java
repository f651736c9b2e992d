package org.salesetl.openid;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * A sign-in for which the browser has gone to the provider.
 *
 * @param state what the provider has to send back
 * @param nonce what the provider has to sign
 * @param verifier the proof that the code comes from who asked for it
 * @param redirectUri where the provider sends the browser
 * @param back the page to go back to; null for the home page
 * @param again whether the person has signed in already, and has to give the password once more
 * @param ends when the sign-in has taken too long, in seconds since 1970
 */
public record PendingSignIn(
        String state,
        String nonce,
        String verifier,
        String redirectUri,
        @Nullable String back,
        boolean again,
        long ends) {

    static final Duration LONGEST = Duration.ofMinutes(10);

    /** The parameter, and the attribute of a request to the provider, with the page to go back to. */
    public static final String BACK = "back";

    /** The parameter, and the attribute of a request to the provider, of who has to give the password once more. */
    public static final String AGAIN = "again";

    private static final int MOST_OF_BACK = 1000;

    static PendingSignIn of(OAuth2AuthorizationRequest request) {
        return new PendingSignIn(
                request.getState(),
                Objects.requireNonNull(request.getAttribute(OidcParameterNames.NONCE)),
                Objects.requireNonNull(request.getAttribute(PkceParameterNames.CODE_VERIFIER)),
                request.getRedirectUri(),
                request.getAttribute(BACK),
                request.getAttribute(AGAIN) != null,
                Instant.now().plus(LONGEST).getEpochSecond());
    }

    /** The sign-in that the provider has answered by this request; null if there is none. */
    public static @Nullable PendingSignIn answeredBy(HttpServletRequest request) {
        return (PendingSignIn) request.getAttribute(PendingSignIn.class.getName());
    }

    /** Notes in a request that it is the answer. */
    void note(HttpServletRequest answer) {
        answer.setAttribute(PendingSignIn.class.getName(), this);
    }

    /** Whether the answer of the provider to this sign-in has come in time. */
    boolean isAnsweredBy(HttpServletRequest answer) {
        return state.equals(answer.getParameter(OAuth2ParameterNames.STATE))
                && Instant.now().getEpochSecond() < ends;
    }

    /** The request as it was sent to the provider, as far as its answer is checked against it. */
    OAuth2AuthorizationRequest request(ClientRegistration registration) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(registration.getProviderDetails().getAuthorizationUri())
                .clientId(registration.getClientId())
                .scopes(registration.getScopes())
                .redirectUri(redirectUri)
                .state(state)
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        registration.getRegistrationId(),
                        OidcParameterNames.NONCE,
                        nonce,
                        PkceParameterNames.CODE_VERIFIER,
                        verifier))
                .build();
    }

    /** A page to go back to that is short enough for a cookie; null if the request names none. */
    static @Nullable String shortBack(HttpServletRequest request) {
        String back = request.getParameter(BACK);
        return back == null || back.length() > MOST_OF_BACK ? null : back;
    }
}
