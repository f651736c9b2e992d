package org.salesetl.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Pattern;
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

    BackToPage(Sessions sessions, SignInAudit audit) {
        this.audit = audit;
        this.sessions = sessions;
        setTargetUrlParameter(PARAMETER);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        HttpSession session = request.getSession();
        Caller.noteSignIn(session, Instant.now());
        audit.signedIn(authentication);
        sessions.begin(session, authentication.getPrincipal(), request.getRemoteAddr());
        super.onAuthenticationSuccess(request, response, authentication);
    }

    /** A user with a one-time password has no role yet, and can only change the password. */
    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        boolean hasRole = authentication.getAuthorities().stream()
                .anyMatch(authority -> !SignInUsers.IN_PERSON.equals(authority.getAuthority()));
        return hasRole ? determineTargetUrl(request, response) : "/account";
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
        String back = request.getParameter(PARAMETER);
        return back != null && OWN_PATH.matcher(back).matches() ? back : getDefaultTargetUrl();
    }
}
