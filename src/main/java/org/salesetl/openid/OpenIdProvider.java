package org.salesetl.openid;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties.OpenId;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestOperations;

/**
 * The provider as it describes itself. The service asks for the description when somebody signs in for the first time, so it starts
 * without the provider.
 */
final class OpenIdProvider implements ClientRegistrationRepository {

    /** The last part of the paths at which the framework serves the sign-in. */
    static final String ID = "openid";

    private static final String DESCRIPTION = "/.well-known/openid-configuration";

    private final OpenId options;
    private final RestOperations calls;
    private volatile @Nullable ClientRegistration known;

    OpenIdProvider(OpenId options, RestOperations calls) {
        this.options = options;
        this.calls = calls;
    }

    /**
     * What is needed to sign in; null if another provider is meant.
     *
     * @throws org.springframework.web.client.RestClientException if the provider does not answer
     * @throws IllegalStateException if the description is of another provider
     */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(@Nullable String id) {
        if (!ID.equals(id)) {
            return null;
        }
        ClientRegistration registration = known;
        if (registration == null) {
            registration = ask();
            known = registration;
        }
        return registration;
    }

    private ClientRegistration ask() {
        String issuer = Objects.requireNonNull(options.issuer());
        Map<String, Object> description = calls.exchange(
                        StringUtils.trimTrailingCharacter(issuer, '/') + DESCRIPTION,
                        HttpMethod.GET,
                        null,
                        new ParameterizedTypeReference<Map<String, Object>>() {})
                .getBody();
        if (description == null || !issuer.equals(description.get("issuer"))) {
            throw new IllegalStateException("expected the description of " + issuer + " but found that of "
                    + (description == null ? "nobody" : description.get("issuer")));
        }
        ClientRegistration.Builder registration = ClientRegistrations.fromOidcConfiguration(description)
                .registrationId(ID)
                .redirectUri("{baseUrl}" + OpenIdSignIn.RETURN_PATH + ID)
                .clientId(options.clientId())
                .clientSecret(options.clientSecret())
                .scope(options.scopesWith(OidcScopes.OPENID))
                .clientSettings(ClientSettings.builder().requireProofKey(true).build());
        if (!StringUtils.hasText(options.clientSecret())) {
            registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        return registration.build();
    }
}
