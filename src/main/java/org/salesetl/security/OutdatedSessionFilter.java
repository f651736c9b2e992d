package org.salesetl.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.salesetl.user.Sessions;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session that may not go on, and says so. The first to look for the session of a request. */
final class OutdatedSessionFilter extends OncePerRequestFilter {

    private final Sessions sessions;

    OutdatedSessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = Sessions.find(request);
        if (session == null || !sessions.isOver(session)) {
            chain.doFilter(request, response);
            return;
        }
        session.invalidate();
        if (request.getRequestURI().equals("/sign-in")) {
            // who has changed the password is told so, and signs in again
            chain.doFilter(request, response);
        } else if (request.getRequestURI().startsWith("/api/")) {
            Refusal.write(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "Expected a session that goes on but found one that somebody has ended. Sign in again.");
        } else {
            response.sendRedirect("/sign-in?ended");
        }
    }
}
