package org.salesetl.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** There were so many wrong passwords that the next try has to wait. */
final class TooManyFailuresException extends AuthenticationException {

    private final long seconds;

    TooManyFailuresException(Duration wait) {
        super("Too many wrong passwords");
        this.seconds = wait.toSeconds() + 1;
    }

    /** How many seconds the next try has to wait. */
    long seconds() {
        return seconds;
    }
}
