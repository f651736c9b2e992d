package org.salesetl.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Short texts that change when the password, the role or the rights of a user change, also on another instance. Each text is looked up
 * every few seconds at most.
 */
@Component
class AccountStamps {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final int MOST_KEPT = 1000;

    private final Cache<String, String> known =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    private final Accounts accounts;

    AccountStamps(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The text of a user now. */
    String now(String user) {
        String stamp = stamp(user);
        known.put(user, stamp);
        return stamp;
    }

    /** Whether this is the text of a user, as far as the database tells: while it is away, users stay signed in. */
    boolean isCurrent(String user, @Nullable Object stamp) {
        try {
            return known.get(user, this::stamp).equals(stamp);
        } catch (DataAccessException e) {
            return true;
        }
    }

    private String stamp(String user) {
        return accounts.find(user)
                .map(account -> Sha256.of(account.password() + account.role() + account.enabled()))
                .orElse("");
    }
}
