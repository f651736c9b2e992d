package org.salesetl.ledger;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.salesetl.Instance;
import org.salesetl.SqlFile;
import org.salesetl.bulk.LoadConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Lets one run go at a time, across every instance that shares the database.
 *
 * <p>It is a lease: a row that names its holder and ends a minute after its last renewal. {@link LeaseRoutes} renews it every few
 * seconds while a run goes on, so no connection has to idle for it. A run that dies with its process blocks other instances for a
 * minute at most, and its own instance not at all.
 */
@Component
public class RunLock {

    private static final Logger log = LoggerFactory.getLogger(RunLock.class);
    private static final String TAKE = SqlFile.read("ledger/take-lease");
    private static final String RENEW = SqlFile.read("ledger/renew-lease");
    private static final String RELEASE = SqlFile.read("ledger/release-lease");

    private final JdbcTemplate jdbc;
    private final LoadConnection load;
    private final String holder;
    private final AtomicBoolean inUse = new AtomicBoolean();
    private volatile boolean lost;

    RunLock(JdbcTemplate jdbc, Instance instance, LoadConnection load) {
        this.load = load;
        this.jdbc = jdbc;
        this.holder = instance.id();
    }

    /** Takes the lease; false if a run has it. */
    public boolean acquire() {
        if (!inUse.compareAndSet(false, true)) {
            return false;
        }
        boolean taken = false;
        try {
            taken = isTaken();
        } finally {
            inUse.set(taken);
        }
        return taken;
    }

    /** Whether no run of this instance is going on. */
    public boolean isFree() {
        return !inUse.get();
    }

    /** Whether a run of this instance is going on. */
    public boolean isInUse() {
        return inUse.get();
    }

    /** Who holds the lease while a run of this instance goes on, as a parameter of statements. */
    Map<String, Object> parameters() {
        return Map.of("holder", holder);
    }

    /** Lets the lease of the run that is going on end later. */
    void renew() {
        if (jdbc.update(RENEW, holder) == 0 && inUse.get() && !lost) {
            lost = true;
            log.warn("Another instance has taken the run lease; what this run has not committed starts again");
            cutLoad();
        }
    }

    /** It could not be committed any more, and may be waiting for an answer that never comes. */
    private void cutLoad() {
        try {
            load.cut();
        } catch (SQLException e) {
            log.warn("The connection of the load could not be cut: {}", e.getMessage());
        }
    }

    /**
     * Takes the lease again if it was lost.
     *
     * @return whether that was needed: then others may have changed the warehouse
     * @throws LostLeaseException if another instance still has it
     */
    public boolean takeAgainIfLost() {
        if (!lost) {
            return false;
        }
        if (!isTaken()) {
            throw new LostLeaseException();
        }
        return true;
    }

    /**
     * Makes sure, as the last step of a transaction, that the lease is still ours. The transaction then holds the row of the lease
     * until it commits, so nobody can take the lease in between.
     *
     * @throws LostLeaseException if another instance has it
     */
    public void requireHeld() {
        if (jdbc.update(RENEW, holder) == 0) {
            lost = true;
            throw new LostLeaseException();
        }
    }

    /** Gives the lease back; does nothing if it is not held. */
    public void release() {
        if (inUse.get()) {
            try {
                jdbc.update(RELEASE, holder);
            } catch (DataAccessException e) {
                log.warn("The run lease could not be given back; it ends within a minute: {}", e.getMessage());
            } finally {
                inUse.set(false);
            }
        }
    }

    private boolean isTaken() {
        boolean taken = jdbc.update(TAKE, holder, holder) == 1;
        lost = lost && !taken;
        return taken;
    }
}
