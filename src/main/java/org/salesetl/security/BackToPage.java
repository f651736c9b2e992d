package org.salesetl.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** After the sign-in: back to the page that led there, as its link said, or as Spring remembers it. */
final class BackToPage extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final String PARAMETER = "back";

    /** A path of this service. Two slashes or a backslash would name another host, and browsers drop control characters. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?:[^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");

    BackToPage() {
        setTargetUrlParameter(PARAMETER);
    }

    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
        String back = request.getParameter(PARAMETER);
        return back != null && OWN_PATH.matcher(back).matches() ? back : getDefaultTargetUrl();
    }
}
