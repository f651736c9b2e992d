package org.salesetl.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.salesetl.web.Caller;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationSuccessHandler;

/**
 * Notes when the user has signed in, and leads back to the page from which the user came to the sign-in. The link to the sign-in names
 * that page, so no session is needed.
 */
final class BackToPage extends SimpleUrlAuthenticationSuccessHandler {

    private static final String PARAMETER = "back";

    /** A path of this service. Two slashes or a backslash would name another host, and browsers drop control characters. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?:[^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");

    BackToPage() {
        setTargetUrlParameter(PARAMETER);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        Caller.noteSignIn(request.getSession(), Instant.now());
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
        String back = request.getParameter(PARAMETER);
        return back != null && OWN_PATH.matcher(back).matches() ? back : getDefaultTargetUrl();
    }
}
