package org.salesetl.security;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks the passwords of the sign-in page and of HTTP Basic, and slows down people who guess. */
final class SlowedSignIn extends DaoAuthenticationProvider {

    private static final Logger log = LoggerFactory.getLogger(SlowedSignIn.class);

    private final SignInFailures failures;

    SlowedSignIn(UserDetailsService users, PasswordEncoder encoder, SignInFailures failures) {
        super(users);
        setPasswordEncoder(encoder);
        this.failures = failures;
    }

    @Override
    public Authentication authenticate(Authentication signIn) {
        String account = signIn.getName();
        String address =
                signIn.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        Duration wait = failures.wait(account, address);
        if (!wait.isZero()) {
            throw new TooManyFailuresException(wait);
        }
        try {
            Authentication signedIn = super.authenticate(signIn);
            failures.forget(account, address);
            return signedIn;
        } catch (BadCredentialsException e) {
            log.warn("A sign-in from {} failed, {} times in a row", address, failures.count(account, address));
            throw e;
        }
    }
}
