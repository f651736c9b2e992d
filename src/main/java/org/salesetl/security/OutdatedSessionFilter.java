package org.salesetl.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.salesetl.user.Sessions;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of a user whose account has changed since the sign-in, perhaps on another instance. */
final class OutdatedSessionFilter extends OncePerRequestFilter {

    private final Sessions sessions;

    OutdatedSessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            sessions.endIfOutdated(session);
        }
        chain.doFilter(request, response);
    }
}
