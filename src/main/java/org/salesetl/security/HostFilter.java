package org.salesetl.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only requests that name this service in the header Host. Another site may let its own name lead to the address of this machine.
 * A browser would then let pages of that site read all answers of this service, but their requests still have the name of that site.
 */
final class HostFilter extends OncePerRequestFilter {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> names = new HashSet<>(LOOPBACK);

    /**
     * @param hosts the names of the service besides the names of the loopback address
     */
    HostFilter(Collection<String> hosts) {
        hosts.forEach(host -> names.add(host.toLowerCase(Locale.ROOT)));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (names.contains(request.getServerName().toLowerCase(Locale.ROOT))) {
            chain.doFilter(request, response);
        } else {
            Refusal.write(
                    response,
                    HttpStatus.BAD_REQUEST,
                    "Expected a name of this service in the header Host but found another. sales-etl.hosts names more.");
        }
    }
}
