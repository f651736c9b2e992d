package org.salesetl.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.UriUtils;

/**
 * Reading needs no sign-in; the address is the loopback one unless somebody changes it. A run, an upload, a correction and
 * Hawtio do, by HTTP Basic or by the sign-in page.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** The console brings scripts and styles of its own; everything else loads only what this service serves. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        RequestMatcher api = PathPatternRequestMatcher.withDefaults().matcher("/api/**");
        // may be kept, but is asked for again: an unchanged chart answers 304
        RequestMatcher answers = new OrRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher("/charts/**"),
                PathPatternRequestMatcher.withDefaults().matcher("/api/metrics/**"));
        RequestMatcher console = PathPatternRequestMatcher.withDefaults().matcher("/hawtio/**");
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/hawtio/**", "/jolokia/**")
                        .authenticated()
                        .requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/**")
                        .permitAll()
                        .requestMatchers("/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .successHandler(new BackToPage())
                        .failureHandler(SecurityConfiguration::askAgain)
                        .permitAll())
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
                .httpBasic(basic -> basic.authenticationEntryPoint(problem(HttpStatus.UNAUTHORIZED)))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                problem(HttpStatus.UNAUTHORIZED), api)
                        .defaultAccessDeniedHandlerFor(forbidden(problem(HttpStatus.UNAUTHORIZED)), api)
                        // a form that has expired answers with a page: one handler alone would serve all paths
                        .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), new NegatedRequestMatcher(api)))
                .csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(readableToken())
                        .ignoringRequestMatchers(SecurityConfiguration::isProgram))
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                answers, new StaticHeadersWriter("Cache-Control", "no-cache")))
                        .addHeaderWriter(new CacheControlHeadersWriter())
                        .addHeaderWriter((request, response) -> {
                            if (!console.matches(request)) {
                                response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
                            }
                        })
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** The page that led to the sign-in is still where to go after a wrong password. */
    private static void askAgain(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        String back = request.getParameter("back");
        response.sendRedirect(
                "/sign-in?error" + (back == null ? "" : "&back=" + UriUtils.encode(back, StandardCharsets.UTF_8)));
    }

    /**
     * A program that signs every request with a password needs no token against forged ones. A browser may send a remembered
     * password along with a page that a stranger made, but always says where a POST comes from.
     */
    private static boolean isProgram(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                && request.getHeader(HttpHeaders.ORIGIN) == null
                && request.getHeader("Sec-Fetch-Site") == null;
    }

    /** Hawtio's own requests read the token from the cookie and send it back as it is. */
    private static CsrfTokenRequestAttributeHandler readableToken() {
        CsrfTokenRequestAttributeHandler handler = new CsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }

    private static AuthenticationEntryPoint problem(HttpStatus status) {
        return (request, response, exception) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"sales-etl\"");
            write(
                    response,
                    status,
                    "Expected the user admin with the password, by HTTP Basic or the page /sign-in, but found no valid"
                            + " sign-in.");
        };
    }

    /** Who has not signed in is told so first, whatever else is missing. */
    private static AccessDeniedHandler forbidden(AuthenticationEntryPoint signInFirst) {
        return (request, response, exception) -> {
            if (request.getUserPrincipal() == null) {
                signInFirst.commence(request, response, new InsufficientAuthenticationException("not signed in"));
            } else {
                write(
                        response,
                        HttpStatus.FORBIDDEN,
                        "Expected the header X-XSRF-TOKEN with the value of the cookie XSRF-TOKEN but found none that"
                                + " matches.");
            }
        };
    }

    private static void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(("{\"title\":\"" + status.getReasonPhrase() + "\",\"status\":" + status.value()
                                + ",\"detail\":\"" + detail + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
