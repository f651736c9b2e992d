package org.salesetl.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only requests that have come by TLS to a declared proxy, or from this machine, such as those that ask for health. The service itself
 * has no TLS here, and whoever passes the proxy by would send a password in plain text again and again.
 */
final class EncryptedFilter extends OncePerRequestFilter {

    private final boolean needed;

    /**
     * @param needed whether nothing else protects the service; if not, every request passes
     */
    EncryptedFilter(boolean needed) {
        this.needed = needed;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!needed || request.isSecure() || isLoopback(request.getRemoteAddr())) {
            chain.doFilter(request, response);
        } else {
            Refusal.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "Expected a request by TLS through a proxy that sales-etl.proxies names, but found one in plain text.");
        }
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("0:0:0:0:0:0:0:1") || address.equals("::1");
    }
}
