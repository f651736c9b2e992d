package org.salesetl.openid;

import static org.springframework.http.HttpHeaders.SET_COOKIE;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.WebUtils;

/**
 * Keeps a sign-in for which the browser has gone to the provider in a cookie of that browser, encrypted with a key that all instances know. A
 * session would stay here of everybody who begins a sign-in and does not end it.
 */
final class PendingSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final String COOKIE = "OPENID";
    private static final int VECTOR_BYTES = 16;

    private final BytesEncryptor cipher;
    private final ObjectMapper json = new ObjectMapper();
    private final ClientRegistrationRepository provider;

    PendingSignIns(ClientRegistrationRepository provider, byte[] key) {
        this.provider = provider;
        this.cipher = new AesBytesEncryptor(
                new SecretKeySpec(key, "AES"), KeyGenerators.secureRandom(VECTOR_BYTES), CipherAlgorithm.GCM);
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        try {
            byte[] text = json.writeValueAsBytes(PendingSignIn.of(asked));
            setCookie(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(cipher.encrypt(text)),
                    PendingSignIn.LONGEST,
                    request,
                    response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest answer) {
        PendingSignIn pending = pending(answer);
        if (pending == null || !pending.isAnsweredBy(answer)) {
            return null;
        }
        ClientRegistration registration = Objects.requireNonNull(provider.findByRegistrationId(OpenIdProvider.ID));
        pending.note(answer);
        return pending.request(registration);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest answer, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = loadAuthorizationRequest(answer);
        if (asked != null) {
            setCookie("", Duration.ZERO, answer, response);
        }
        return asked;
    }

    private @Nullable PendingSignIn pending(HttpServletRequest answer) {
        Cookie cookie = WebUtils.getCookie(answer, COOKIE);
        if (cookie == null) {
            return null;
        }
        try {
            return json.readValue(
                    cipher.decrypt(Base64.getUrlDecoder().decode(cookie.getValue())), PendingSignIn.class);
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            // made up
            return null;
        }
    }

    private static void setCookie(
            String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path(OpenIdSignIn.RETURN_PATH)
                        .maxAge(age)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
