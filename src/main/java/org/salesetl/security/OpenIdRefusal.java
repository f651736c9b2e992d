package org.salesetl.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.openid.OpenIdException;
import org.salesetl.openid.PendingSignIn;
import org.salesetl.openid.SignInProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.util.UriUtils;

/**
 * Leads back to the sign-in page if a sign-in at the provider has failed. The page says why, in words; what exactly was wrong is in the
 * log, for whoever runs the service.
 */
final class OpenIdRefusal implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(OpenIdRefusal.class);
    private static final int MOST_CHARACTERS = 500;

    private final SignInAudit audit;

    OpenIdRefusal(SignInAudit audit) {
        this.audit = audit;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        SignInProblem problem = problem(exception);
        String address = request.getRemoteAddr();
        log.warn("A sign-in by OpenID Connect from {} failed: {}: {}", address, problem.label(), onOneLine(exception));
        // an outage is nobody's attempt
        if (problem != SignInProblem.PROVIDER_AWAY) {
            audit.refused(exception instanceof OpenIdException known ? known.user() : null, address, problem.label());
        }
        response.sendRedirect(page(problem, request));
    }

    /** The sign-in page that says what the problem is, and keeps what the browser wanted. */
    static String page(SignInProblem problem, HttpServletRequest request) {
        PendingSignIn answered = PendingSignIn.answeredBy(request);
        boolean again = answered == null ? request.getParameter(PendingSignIn.AGAIN) != null : answered.again();
        String back = answered == null ? request.getParameter(PendingSignIn.BACK) : answered.back();
        return "/sign-in?open-id=" + problem.label()
                + (again ? "&again" : "")
                + (back == null ? "" : "&back=" + UriUtils.encode(back, StandardCharsets.UTF_8));
    }

    private static SignInProblem problem(AuthenticationException exception) {
        if (exception instanceof OpenIdException known) {
            return known.problem();
        }
        if (causes(exception)
                .anyMatch(cause ->
                        cause instanceof ResourceAccessException || cause instanceof HttpServerErrorException)) {
            return SignInProblem.PROVIDER_AWAY;
        }
        return exception instanceof OAuth2AuthenticationException failed
                ? switch (failed.getError().getErrorCode()) {
                    case "authorization_request_not_found" -> SignInProblem.TOO_LATE;
                    case OAuth2ErrorCodes.ACCESS_DENIED -> SignInProblem.DENIED;
                    default -> SignInProblem.FAILED;
                }
                : SignInProblem.FAILED;
    }

    private static Stream<Throwable> causes(@Nullable Throwable exception) {
        return Stream.iterate(exception, cause -> cause != null, Throwable::getCause);
    }

    /** A part of the message may come from the address that the browser asks for. */
    private static String onOneLine(AuthenticationException exception) {
        String text = String.valueOf(exception.getMessage()).replaceAll("\\p{Cntrl}", " ");
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }
}
