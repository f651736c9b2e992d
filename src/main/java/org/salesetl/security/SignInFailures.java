package org.salesetl.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts wrong passwords by account and address. After five, the next try has to wait, and each further wrong password doubles
 * the wait, up to 17 minutes. The right password from another address does not have to wait. Unknown accounts are counted like
 * known ones.
 */
final class SignInFailures {

    private static final int FREE_TRIES = 5;
    private static final int MOST_DOUBLINGS = 10;
    private static final int MOST_KEPT = 10_000;
    private static final int LONGEST_ACCOUNT = 100;
    private static final Duration KEPT = Duration.ofHours(1);

    private final Cache<Who, Failures> failures =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    private final Clock clock;

    SignInFailures(Clock clock) {
        this.clock = clock;
    }

    /** How long this account has to wait at this address; zero if it may try now. */
    Duration wait(String account, String address) {
        Failures known = failures.getIfPresent(Who.of(account, address));
        Duration left = known == null ? Duration.ZERO : Duration.between(clock.instant(), known.until);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Counts a wrong password; returns how many there were in a row. */
    int count(String account, String address) {
        return failures.asMap()
                .merge(
                        Who.of(account, address),
                        new Failures(1, clock.instant()),
                        (known, one) -> known.andOneMore(clock.instant()))
                .count;
    }

    /** Forgets the wrong passwords after a right one. */
    void forget(String account, String address) {
        failures.invalidate(Who.of(account, address));
    }

    private record Who(String account, String address) {

        /** Shortens the account, since long names would fill the memory. */
        static Who of(String account, String address) {
            return new Who(account.substring(0, Math.min(account.length(), LONGEST_ACCOUNT)), address);
        }
    }

    private record Failures(int count, Instant until) {

        Failures andOneMore(Instant now) {
            int more = count + 1;
            return new Failures(
                    more, more < FREE_TRIES ? now : now.plusSeconds(1L << Math.min(more - FREE_TRIES, MOST_DOUBLINGS)));
        }
    }
}
