package org.salesetl.outage;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** What the run of this instance waits for, for people who watch it. */
@Component
public class Waiting {

    private static final Logger log = LoggerFactory.getLogger(Waiting.class);

    private final Clock clock;
    private final DataSource database;
    private volatile @Nullable Wait current;

    Waiting(Clock clock, DataSource database) {
        this.clock = clock;
        this.database = database;
    }

    /**
     * Notes that something cannot go on; does nothing if the failure is no outage.
     *
     * @param what the thing that waits, for example {@code Run 7}
     */
    public void begin(String what, Throwable failure) {
        Outage outage = Outage.of(failure);
        if (outage == Outage.DATABASE_REFUSES || outage == Outage.DATABASE_READ_ONLY) {
            forgetConnections();
        }
        Wait earlier = current;
        if (outage != null && (earlier == null || earlier.outage() != outage)) {
            log.warn("{} {} ({})", what, outage.words(), firstLine(failure));
            current = new Wait(outage, earlier == null ? clock.instant() : earlier.since());
        }
    }

    /** The server checks the rights of a user when a connection is made, so only new connections see a change. */
    private void forgetConnections() {
        if (database instanceof HikariDataSource pool && pool.getHikariPoolMXBean() != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage())
                .lines()
                .findFirst()
                .orElse("");
    }

    /** Notes that the work goes on. */
    public void end() {
        Wait earlier = current;
        if (earlier != null) {
            current = null;
            log.info(
                    "The run goes on after {} s",
                    Duration.between(earlier.since(), clock.instant()).toSeconds());
        }
    }

    /** What the run waits for; null if it does not wait. */
    public @Nullable Wait current() {
        return current;
    }

    /** Whether the run waits for this. */
    public boolean isFor(Outage outage) {
        Wait wait = current;
        return wait != null && wait.outage() == outage;
    }

    /**
     * An outage that the run waits for.
     *
     * @param since when the wait began
     */
    public record Wait(Outage outage, Instant since) {}
}
