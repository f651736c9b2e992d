package org.salesetl.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SalesEtlProperties.OpenId;
import org.salesetl.openid.OpenIdSignIn;
import org.salesetl.user.Sessions;
import org.salesetl.user.SharedSecrets;
import org.salesetl.user.Tokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/** How users sign in, by HTTP Basic, by the sign-in page or at a provider of OpenID Connect, and what each answer needs. {@link AccessRules} say who may do what. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    AuthenticationProvider slowedSignIn(UserDetailsService users, PasswordEncoder encoder) {
        return new SlowedSignIn(users, encoder, new SignInFailures(Clock.systemUTC()));
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            Exposure exposure,
            SalesEtlProperties properties,
            Tokens tokens,
            Sessions sessions,
            SharedSecrets secrets,
            SignInAudit audit)
            throws Exception {
        OpenId openId = properties.openId();
        BackToPage backToPage = new BackToPage(sessions, audit, openId.session());
        if (openId.isOn()) {
            new OpenIdSignIn(openId, secrets.secret("sign-in at a provider"))
                    .addTo(http, backToPage, new OpenIdRefusal(audit));
        }
        RequestMatcher api = PathPatternRequestMatcher.withDefaults().matcher("/api/**");
        // Browsers may keep these answers, but have to ask again each time: an unchanged chart answers 304, and the
        // button "back" shows a page at once. What a user sees who has signed in is kept nowhere: others may use the
        // browser afterwards.
        RequestMatcher answers = new OrRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher("/charts/**"),
                PathPatternRequestMatcher.withDefaults().matcher("/api/metrics/**"),
                PathPatternRequestMatcher.withDefaults().matcher("/openapi.json"),
                request -> exposure.isReadingOpen() && isStranger(request));
        return http.authorizeHttpRequests(requests -> {
                    // what is answered to a request that has been refused
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    for (AccessRule rule : AccessRules.ALL) {
                        requests.requestMatchers(rule.matcher())
                                .access((user, context) -> AccessDecision.of(
                                        rule.access(),
                                        user.get(),
                                        isOpen(rule.access(), context.getRequest(), exposure, properties)));
                    }
                    // nothing is served anywhere else, and the answer to a reader is that there is no such page
                    requests.requestMatchers(HttpMethod.GET)
                            .access((user, context) ->
                                    AccessDecision.of(Access.READERS, user.get(), exposure.isReadingOpen()))
                            .anyRequest()
                            .access((user, context) -> AccessDecision.of(Access.ADMINS, user.get(), false));
                })
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .successHandler(backToPage)
                        .failureHandler(SecurityConfiguration::askAgain))
                .addFilterBefore(tokenFilter(tokens), BasicAuthenticationFilter.class)
                .addFilterBefore(new OutdatedSessionFilter(sessions), DisableEncodeUrlFilter.class)
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
                .httpBasic(basic -> basic.authenticationEntryPoint(problem(HttpStatus.UNAUTHORIZED)))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                problem(HttpStatus.UNAUTHORIZED), api)
                        .defaultAuthenticationEntryPointFor(SecurityConfiguration::askFirst, browsers())
                        .defaultAccessDeniedHandlerFor(forbidden(problem(HttpStatus.UNAUTHORIZED)), api)
                        // An expired form gets a page as its answer. With one handler alone, that handler would serve
                        // all paths.
                        .defaultAccessDeniedHandlerFor(
                                SecurityConfiguration::forbiddenPage, new NegatedRequestMatcher(api)))
                .csrf(csrf -> csrf.csrfTokenRepository(readableCookie())
                        .csrfTokenRequestHandler(readableToken())
                        .ignoringRequestMatchers(SecurityConfiguration::isProgram, TokenSignIn::isAskedBy))
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                answers, new StaticHeadersWriter("Cache-Control", "no-cache")))
                        // what somebody may see of persons depends on who asks
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                answers, (request, response) -> response.addHeader("Vary", "Authorization, Cookie")))
                        .addHeaderWriter(new CacheControlHeadersWriter()))
                .build();
    }

    /** A wrong token is an answer of its own: the request is never taken for one of the session that it may have beside the token. */
    private static AuthenticationFilter tokenFilter(Tokens tokens) {
        TokenSignIn signIn = new TokenSignIn(tokens);
        AuthenticationFilter filter = new AuthenticationFilter((AuthenticationManager) signIn, signIn);
        filter.setSuccessHandler((request, response, user) -> {});
        filter.setFailureHandler(problem(HttpStatus.UNAUTHORIZED)::commence);
        return filter;
    }

    /** Whether this request needs no user. */
    private static boolean isOpen(
            Access access, HttpServletRequest request, Exposure exposure, SalesEtlProperties properties) {
        return switch (access) {
            case EVERYBODY -> true;
            case READERS -> exposure.isReadingOpen();
            case METRICS -> hasToken(request, properties.metricsToken());
            case USERS_IN_PERSON, OPERATORS, ADMINS, ADMINS_IN_PERSON -> false;
        };
    }

    /** Whether the request comes from nobody who has signed in. Such an answer has nothing that not everybody may read. */
    private static boolean isStranger(HttpServletRequest request) {
        return request.getRequestedSessionId() == null && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    /** Whether the request has the token. The comparison always takes the same time, so the time tells nothing about the token. */
    private static boolean hasToken(HttpServletRequest request, @Nullable String token) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return StringUtils.hasText(token)
                && header != null
                && MessageDigest.isEqual(
                        ("Bearer " + token).getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8));
    }

    /** Matches requests for a page. */
    private static RequestMatcher browsers() {
        MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return html;
    }

    /** Redirects to the sign-in. The link names the page to go back to, so that nobody needs a session before the sign-in. */
    private static void askFirst(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        String query = request.getQueryString();
        String back = request.getRequestURI() + (query == null ? "" : "?" + query);
        response.sendRedirect("/sign-in?" + (Sessions.areAway(request) ? "away&" : "") + "back="
                + UriUtils.encode(back, StandardCharsets.UTF_8));
    }

    /** Redirects to the sign-in after a wrong password, and keeps the page to go back to. */
    private static void askAgain(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (exception instanceof TooManyFailuresException held) {
            holdUp(response, held);
            return;
        }
        String back = request.getParameter("back");
        response.sendRedirect("/sign-in?" + (isOutage(exception) ? "away" : "error")
                + (back == null ? "" : "&back=" + UriUtils.encode(back, StandardCharsets.UTF_8)));
    }

    /**
     * Whether a program sends the request. A program that sends a password with every request needs no token against forged requests. A
     * browser may send a remembered password for a page of another site, but a browser always says where a POST comes from, and only
     * browsers have sessions.
     */
    private static boolean isProgram(HttpServletRequest request) {
        return request.getRequestedSessionId() == null
                && request.getHeader(HttpHeaders.AUTHORIZATION) != null
                && request.getHeader(HttpHeaders.ORIGIN) == null
                && request.getHeader("Sec-Fetch-Site") == null;
    }

    /** Pages and Hawtio read the token from this cookie. */
    private static CookieCsrfTokenRepository readableCookie() {
        CookieCsrfTokenRepository repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return repository;
    }

    /** Hawtio's own requests read the token from the cookie and send it back unchanged. */
    private static CsrfTokenRequestAttributeHandler readableToken() {
        CsrfTokenRequestAttributeHandler handler = new CsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }

    private static AuthenticationEntryPoint problem(HttpStatus status) {
        return (request, response, exception) -> {
            if (exception instanceof TooManyFailuresException held) {
                holdUp(response, held);
                return;
            }
            if (isOutage(exception) || Sessions.areAway(request)) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "10");
                Refusal.write(
                        response,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The database does not answer, so nobody can sign in. Try again in a moment.");
                return;
            }
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE, (isOfScript(request) ? "Bearer" : "Basic") + " realm=\"sales-etl\"");
            Refusal.write(
                    response,
                    status,
                    "Expected a user with the password, by HTTP Basic or the page /sign-in, or a token, but found no valid"
                            + " sign-in.");
        };
    }

    /**
     * Whether a script of a page sends the request. A browser that is asked for HTTP Basic would open a window of its own, and the script would
     * wait for its end.
     */
    private static boolean isOfScript(HttpServletRequest request) {
        return request.getHeader("X-XSRF-TOKEN") != null || request.getHeader("Sec-Fetch-Site") != null;
    }

    /** Whether the service cannot find out who the user is. */
    private static boolean isOutage(AuthenticationException exception) {
        return exception instanceof AuthenticationServiceException;
    }

    private static void holdUp(HttpServletResponse response, TooManyFailuresException held) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(held.seconds()));
        Refusal.write(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "Expected the right password but found wrong ones too often. Try again in " + held.seconds()
                        + " seconds.");
    }

    /** Lets the error page say whether the user may not do that, or whether only the form is too old. */
    private static void forbiddenPage(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException, ServletException {
        request.setAttribute("forbidden", exception instanceof AuthorizationDeniedException);
        new AccessDeniedHandlerImpl().handle(request, response, exception);
    }

    /** Tells clients without a sign-in to sign in first, even if the token is missing too. */
    private static AccessDeniedHandler forbidden(AuthenticationEntryPoint signInFirst) {
        return (request, response, exception) -> {
            boolean passwordBesideSession =
                    request.getRequestedSessionId() != null && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            if (request.getUserPrincipal() == null && !passwordBesideSession) {
                signInFirst.commence(request, response, new InsufficientAuthenticationException("not signed in"));
            } else if (exception instanceof AuthorizationDeniedException denied
                    && denied.getAuthorizationResult() instanceof AccessDecision decision) {
                Refusal.write(
                        response,
                        HttpStatus.FORBIDDEN,
                        "Expected " + decision.expected() + " but found a user who may not do that.");
            } else {
                Refusal.write(
                        response,
                        HttpStatus.FORBIDDEN,
                        "Expected the header X-XSRF-TOKEN with the value of the cookie XSRF-TOKEN, or a password by HTTP"
                                + " Basic, or a token, and no session, but found neither.");
            }
        };
    }
}
