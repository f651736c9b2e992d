package org.salesetl.openid;

import org.salesetl.SalesEtlProperties.OpenId;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * The framework's sign-in at a provider of OpenID Connect, with a proof key, a state and a nonce. What differs from the framework's own
 * settings: the service starts without the provider, nothing waits long for the provider, and nothing is kept of a sign-in that has only
 * begun.
 */
public final class OpenIdSignIn {

    /** Where the sign-in begins. */
    public static final String PATH =
            OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI + "/" + OpenIdProvider.ID;

    /** Where the provider sends the browser, without the last part. */
    static final String RETURN_PATH = "/login/oauth2/code/";

    private final OpenId options;
    private final byte[] key;

    /**
     * @param options with an issuer
     * @param key encrypts what the browser keeps while it is at the provider, 32 bytes; the same on all instances
     */
    public OpenIdSignIn(OpenId options, byte[] key) {
        this.key = key.clone();
        this.options = options;
    }

    /** Adds the sign-in to those that there are. */
    public void addTo(HttpSecurity http, AuthenticationSuccessHandler letIn, AuthenticationFailureHandler refuse)
            throws Exception {
        RestTemplate calls = ProviderCalls.calls();
        OpenIdProvider provider = new OpenIdProvider(options, calls);
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.create(calls));
        DefaultOAuth2UserService userInfo = new DefaultOAuth2UserService();
        userInfo.setRestOperations(calls);
        OidcUserService people = new OidcUserService();
        people.setOauth2UserService(userInfo);
        http.oauth2Login(login -> login.loginPage("/sign-in")
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(
                                new SignInRequests(new DefaultOAuth2AuthorizationRequestResolver(
                                        provider,
                                        OAuth2AuthorizationRequestRedirectFilter
                                                .DEFAULT_AUTHORIZATION_REQUEST_BASE_URI)))
                        .authorizationRequestRepository(new PendingSignIns(provider, key)))
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(new OpenIdPeople(options, people)))
                .successHandler(letIn)
                .failureHandler(refuse)
                .withObjectPostProcessor(refusing(refuse))
                .withObjectPostProcessor(checking(new IdTokenDecoders(calls))));
    }

    /** The page says too that the provider is away. */
    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> refusing(
            AuthenticationFailureHandler refuse) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(refuse);
                return filter;
            }
        };
    }

    private static ObjectPostProcessor<OidcAuthorizationCodeAuthenticationProvider> checking(
            JwtDecoderFactory<ClientRegistration> decoders) {
        return new ObjectPostProcessor<>() {
            @Override
            public <P extends OidcAuthorizationCodeAuthenticationProvider> P postProcess(P provider) {
                provider.setJwtDecoderFactory(decoders);
                return provider;
            }
        };
    }
}
