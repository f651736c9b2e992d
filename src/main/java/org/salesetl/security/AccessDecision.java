package org.salesetl.security;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.salesetl.user.SignInUsers;
import org.salesetl.vocabulary.Role;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Whether a user may send a request, and what the user lacks if not. */
final class AccessDecision extends AuthorizationDecision {

    private final Access access;

    private AccessDecision(boolean granted, Access access) {
        super(granted);
        this.access = access;
    }

    /**
     * Decides about a user who sends a request.
     *
     * @param open whether the request needs no user
     */
    static AccessDecision of(Access access, @Nullable Authentication user, boolean open) {
        return new AccessDecision(open || (user != null && user.isAuthenticated() && mayDo(access, user)), access);
    }

    /** What the service expects, for a user who may not send the request. */
    String expected() {
        Role role = access.role();
        return (role == null ? "a user" : "a user with the role " + role.label())
                + (access.isInPerson() ? " who signs in with a password" : "");
    }

    private static boolean mayDo(Access access, Authentication user) {
        Role needed = access.role();
        return (needed == null
                        || Arrays.stream(Role.values())
                                .anyMatch(role -> role.includes(needed) && has(user, SignInUsers.authority(role))))
                && (!access.isInPerson() || has(user, SignInUsers.IN_PERSON));
    }

    private static boolean has(Authentication user, String authority) {
        return user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(authority::equals);
    }
}
