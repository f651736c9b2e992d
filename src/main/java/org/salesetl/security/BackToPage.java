package org.salesetl.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.salesetl.openid.OpenIdPerson;
import org.salesetl.openid.PendingSignIn;
import org.salesetl.openid.SignInProblem;
import org.salesetl.user.Sessions;
import org.salesetl.user.SignInUsers;
import org.salesetl.web.Caller;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;

/**
 * Notes who has signed in, and when, and leads back to the page from which the user came to the sign-in. The link to the sign-in names
 * that page, so no session is needed.
 */
final class BackToPage extends SimpleUrlAuthenticationSuccessHandler {

    private static final String PARAMETER = "back";

    /** A path of this service. Two slashes or a backslash would name another host, and browsers drop control characters. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?:[^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");

    private final Sessions sessions;
    private final SignInAudit audit;
    private final Duration longest;

    /**
     * @param longest how long a session of a person without an account lasts at most
     */
    BackToPage(Sessions sessions, SignInAudit audit, Duration longest) {
        this.audit = audit;
        this.sessions = sessions;
        this.longest = longest;
        setTargetUrlParameter(PARAMETER);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        HttpSession session = request.getSession();
        audit.signedIn(authentication);
        if (authentication.getPrincipal() instanceof OpenIdPerson person) {
            Caller.noteSignIn(session, person.passwordGivenAt());
            sessions.begin(session, authentication.getName(), request.getRemoteAddr(), longest);
        } else {
            Caller.noteSignIn(session, Instant.now());
            sessions.begin(session, authentication.getName(), request.getRemoteAddr());
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }

    /** A user with a one-time password has no role yet, and can only change the password. */
    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        if (authentication.getPrincipal() instanceof OpenIdPerson person && isPasswordMissing(request, person)) {
            return OpenIdRefusal.page(SignInProblem.NO_PASSWORD, request);
        }
        boolean hasRole = authentication.getAuthorities().stream()
                .anyMatch(authority -> !SignInUsers.IN_PERSON.equals(authority.getAuthority()));
        return hasRole ? determineTargetUrl(request, response) : "/account";
    }

    /** Whether a person has come from the provider without the password that the provider should have asked for. */
    private static boolean isPasswordMissing(HttpServletRequest request, OpenIdPerson person) {
        PendingSignIn answered = PendingSignIn.answeredBy(request);
        return answered != null && answered.again() && !Caller.isRecent(person.passwordGivenAt());
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
        PendingSignIn answered = PendingSignIn.answeredBy(request);
        String back = answered == null ? request.getParameter(PARAMETER) : answered.back();
        return back != null && OWN_PATH.matcher(back).matches() ? back : getDefaultTargetUrl();
    }
}
