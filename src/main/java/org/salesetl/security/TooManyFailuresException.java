package org.salesetl.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Passwords were wrong so often that the next try has to wait. */
final class TooManyFailuresException extends AuthenticationException {

    private final long seconds;

    TooManyFailuresException(Duration wait) {
        super("Too many wrong passwords");
        this.seconds = wait.toSeconds() + 1;
    }

    /** How long to wait. */
    long seconds() {
        return seconds;
    }
}
