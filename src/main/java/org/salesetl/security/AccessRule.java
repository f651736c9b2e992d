package org.salesetl.security;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may send some requests.
 *
 * @param method the method of the requests; HEAD is asked like GET
 * @param path a pattern for their paths, in which {@code *} stands for one segment and {@code **} for any number
 * @param access who may send them
 */
record AccessRule(HttpMethod method, String path, Access access) {

    static AccessRule get(String path, Access access) {
        return new AccessRule(HttpMethod.GET, path, access);
    }

    static AccessRule post(String path, Access access) {
        return new AccessRule(HttpMethod.POST, path, access);
    }

    static AccessRule put(String path, Access access) {
        return new AccessRule(HttpMethod.PUT, path, access);
    }

    static AccessRule delete(String path, Access access) {
        return new AccessRule(HttpMethod.DELETE, path, access);
    }

    /** Matches the requests of this rule. */
    RequestMatcher matcher() {
        RequestMatcher own = PathPatternRequestMatcher.withDefaults().matcher(method, path);
        return method.equals(HttpMethod.GET)
                ? new OrRequestMatcher(
                        List.of(own, PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.HEAD, path)))
                : own;
    }

    /** Whether this rule is about requests with this method to this path. */
    boolean isAbout(HttpMethod asked, String askedPath) {
        return method.equals(asked)
                && PathPatternParser.defaultInstance.parse(path).matches(PathContainer.parsePath(askedPath));
    }
}
