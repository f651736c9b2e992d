package org.salesetl.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests with methods that no route has, and addresses that are written in an unusual way. Several parts of the service read an
 * address, and they may understand an unusual address differently. This filter comes before them.
 */
final class PlainRequestFilter extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");

    /** Path parameters, empty and dotted segments, and percent signs for characters that need none. */
    private static final Pattern NOT_PLAIN = Pattern.compile(
            ";|\\\\|//|/\\.{1,2}(/|$)|%(2[dDeEfF]|3[0-9bB]|4[1-9a-fA-F]|5[0-9aAcCfF]|6[1-9a-fA-F]|7[0-9aAeE]|[01][0-9a-fA-F])");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!METHODS.contains(request.getMethod())) {
            Refusal.write(
                    response,
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "Expected one of the methods GET, HEAD, POST, PUT, DELETE and OPTIONS.");
        } else if (NOT_PLAIN.matcher(request.getRequestURI()).find()) {
            Refusal.write(
                    response,
                    HttpStatus.BAD_REQUEST,
                    "Expected a plain address but found one with a semicolon, an empty or a dotted part, or a percent sign before"
                            + " what needs none.");
        } else {
            chain.doFilter(request, response);
        }
    }
}
