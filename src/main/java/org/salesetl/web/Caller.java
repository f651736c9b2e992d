package org.salesetl.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.salesetl.personal.PersonalData;
import org.salesetl.vocabulary.OpenIdName;
import org.salesetl.vocabulary.Role;
import org.springframework.http.HttpHeaders;

/**
 * Who sends a request.
 *
 * @param user the user who has signed in; null if nobody has signed in
 * @param role what the user may do; null if nobody has signed in
 * @param address the address of the client
 * @param recent whether the user has given the password in the last ten minutes
 * @param masked whether personal data is hidden from the caller
 * @param page the path and query of the page from which the browser sends the request; {@code /} if the browser does not say
 */
public record Caller(
        @Nullable String user, @Nullable Role role, String address, boolean recent, boolean masked, String page) {

    /** A caller who has not signed in. */
    public static final Caller STRANGER = new Caller(null, null, "", false, false, "/");

    private static final Duration RECENT = Duration.ofMinutes(10);
    private static final String SIGNED_IN_AT = "signedInAt";

    /** Notes in a session when its user has given the password. */
    public static void noteSignIn(HttpSession session, Instant given) {
        session.setAttribute(SIGNED_IN_AT, given);
    }

    static Caller of(HttpServletRequest request) {
        Role role = Arrays.stream(Role.values())
                .filter(each -> request.isUserInRole(each.name()))
                .reduce((lower, higher) -> higher)
                .orElse(null);
        return new Caller(
                request.getRemoteUser(),
                role,
                request.getRemoteAddr(),
                isRecent(request),
                PersonalData.isHiddenFrom(role, request.getServletContext()),
                page(request));
    }

    /** Browsers name the page only to the service that made it. The sign-in leads to no other host anyway. */
    private static String page(HttpServletRequest request) {
        try {
            URI page = URI.create(String.valueOf(request.getHeader(HttpHeaders.REFERER)));
            String query = page.getRawQuery();
            return page.isAbsolute() && page.getRawPath() != null
                    ? page.getRawPath() + (query == null ? "" : "?" + query)
                    : "/";
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    /** A program gives the password, or its token, with each request, and has no session. */
    private static boolean isRecent(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                || (session.getAttribute(SIGNED_IN_AT) instanceof Instant signedInAt && isRecent(signedInAt));
    }

    /** Whether a password that was given then counts as given just now. */
    public static boolean isRecent(Instant given) {
        return Duration.between(given, Instant.now()).compareTo(RECENT) < 0;
    }

    /** Whether a provider of OpenID Connect vouches for the caller, who has no account here. */
    public boolean isWithoutAccount() {
        return OpenIdName.is(user);
    }

    /** Whether the caller may do what this role may do. */
    public boolean may(Role needed) {
        return role != null && role.includes(needed);
    }

    /**
     * Makes sure that the caller may do what this role may do.
     *
     * @throws ForbiddenException if the caller may not
     */
    public void require(Role needed) {
        if (!may(needed)) {
            throw new ForbiddenException(
                    "a user with the role " + needed.label(), role == null ? "none" : role.label());
        }
    }

    /** A text as the caller may see it: without e-mail addresses if personal data is hidden from the caller. The caller sees the own name. */
    public String seen(String text) {
        return masked ? PersonalData.withoutAddresses(text, OpenIdName.told(user)) : text;
    }

    /**
     * Makes sure that the caller has given the password recently. So nobody can use a browser that somebody has left for what is hard to
     * undo.
     *
     * @throws OldSignInException if the last sign-in is older than ten minutes
     */
    public void requireRecentSignIn() {
        if (!recent) {
            throw new OldSignInException();
        }
    }
}
