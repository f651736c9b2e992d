package org.salesetl.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.salesetl.audit.Act;
import org.salesetl.audit.AuditTrail;
import org.salesetl.openid.OpenIdPerson;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Enters sign-ins, failed ones and sign-outs into the audit. A program that gives its password with every request has no sign-in; the
 * audit has what the program does. Whoever guesses passwords must not fill the audit, so it has only some failed sign-ins of an hour.
 */
@Component
class SignInAudit {

    private static final int MOST_OF_AN_ADDRESS = 20;
    private static final int MOST_OF_ALL = 500;
    private static final Duration COUNTED = Duration.ofHours(1);
    private static final String ALL = "";

    private final Cache<String, AtomicInteger> failures =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(COUNTED).build();

    private final AuditTrail trail;

    SignInAudit(AuditTrail trail) {
        this.trail = trail;
    }

    /** Enters a sign-in at the page. */
    void signedIn(Authentication user) {
        String detail = user.getPrincipal() instanceof OpenIdPerson person ? person.detail() : "";
        trail.enterSignIn(Act.SIGN_IN, user.getName(), address(user), detail);
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        Authentication user = event.getAuthentication();
        trail.enterSignIn(Act.SIGN_OUT, user.getName(), address(user), "");
    }

    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent event) {
        Authentication tried = event.getAuthentication();
        refused(tried.getName(), address(tried), "");
    }

    /**
     * Enters a failed sign-in.
     *
     * @param user who has tried; null if nobody knows
     */
    void refused(@Nullable String user, String address, String why) {
        int ofAddress = count(address);
        if (ofAddress <= MOST_OF_AN_ADDRESS && count(ALL) <= MOST_OF_ALL) {
            trail.enterSignIn(
                    Act.FAILED_SIGN_IN,
                    user,
                    address,
                    ofAddress == MOST_OF_AN_ADDRESS ? "more of this hour from here are not entered" : why);
        }
    }

    private int count(String key) {
        return failures.get(key, any -> new AtomicInteger()).incrementAndGet();
    }

    private static String address(Authentication user) {
        return user.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
