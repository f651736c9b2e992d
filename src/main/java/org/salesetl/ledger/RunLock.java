package org.salesetl.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.salesetl.Instance;
import org.salesetl.SqlFile;
import org.salesetl.bulk.LoadConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Lets only one run work at a time, across all instances that share the database.
 *
 * <p>The lock is a lease: a row that names its holder and ends a minute after its last renewal. {@link LeaseRoutes} renews the lease
 * every two seconds while a run is going on. If a process is killed, its {@link Presence} goes with it, and another instance takes the
 * lease over after four seconds without a renewal. If only its sign of life is missing, or it stands still, or its machine has gone, the lease
 * counts to its end. The lease does not block the same instance when that starts again.
 *
 * <p>Only the clock of the database counts.
 */
@Component
public class RunLock {

    private static final Logger log = LoggerFactory.getLogger(RunLock.class);
    private static final String SELECT = SqlFile.read("ledger/select-lease");
    private static final String TAKE = SqlFile.read("ledger/take-lease");
    private static final String RENEW = SqlFile.read("ledger/renew-lease");
    private static final String RELEASE = SqlFile.read("ledger/release-lease");

    private final JdbcTemplate jdbc;
    private final LoadConnection load;
    private final Presence presence;
    private final NewerVersion newerVersion;
    private final String holder;
    private final AtomicBoolean inUse = new AtomicBoolean();
    private volatile boolean lost;

    /** Which time it is that this process has the lease; 0 if it does not have it. */
    private volatile int term;

    private int terms;

    /** Whether this process has had the lease. */
    private volatile boolean hasTaken;

    RunLock(JdbcTemplate jdbc, Instance instance, LoadConnection load, Presence presence, NewerVersion newerVersion) {
        this.newerVersion = newerVersion;
        this.load = load;
        this.presence = presence;
        this.jdbc = jdbc;
        this.holder = instance.id();
    }

    /**
     * Takes the lease.
     *
     * @return false if a run has the lease
     * @throws NewerVersionException if a newer version of the service has changed the tables
     */
    public synchronized boolean acquire() {
        newerVersion.requireNone();
        if (!inUse.compareAndSet(false, true)) {
            return false;
        }
        boolean taken = false;
        try {
            taken = take();
        } finally {
            inUse.set(taken);
            term = taken ? term : 0;
        }
        return taken;
    }

    /**
     * Does something short during which no run may go on. A run of this instance that is asked for meanwhile begins afterwards.
     *
     * @return false if a run goes on, and nothing has been done
     */
    public synchronized boolean whileFree(Runnable work) {
        if (!acquire()) {
            return false;
        }
        try {
            work.run();
        } finally {
            release();
        }
        return true;
    }

    /** Whether no run of this instance is going on. */
    public boolean isFree() {
        return !inUse.get();
    }

    /** Whether a run of this instance is going on. */
    public boolean isInUse() {
        return inUse.get();
    }

    /** The name of this instance as the holder of the lease, as a parameter of statements. */
    Map<String, Object> parameters() {
        return Map.of("holder", holder);
    }

    /**
     * Makes the lease of the current run end later.
     *
     * @param idle how long the run has not moved, for people who look at another instance
     */
    void renew(Duration idle) {
        // a lease that is taken or given back while this statement runs is not lost
        int renewed = term;
        if (jdbc.update(RENEW, idle.toSeconds(), load.number(), holder) == 0 && isIn(renewed) && !lost) {
            lost = true;
            log.warn("Another instance has taken the run lease; the file that this run has not committed starts again");
            cutLoad();
        }
        showPresence();
    }

    private boolean isIn(int renewed) {
        return renewed != 0 && renewed == term;
    }

    /** The lease may have been given back while it was renewed. */
    private synchronized void showPresence() {
        if (inUse.get()) {
            presence.show();
        }
    }

    /** Cuts the connection of the load: the load cannot be committed any more, and may wait for an answer that never comes. */
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
     * @return whether the lease was lost; other instances may have changed the warehouse then
     * @throws LostLeaseException if another instance still has the lease
     */
    public boolean takeAgainIfLost() {
        if (!lost) {
            return false;
        }
        if (!take()) {
            throw new LostLeaseException();
        }
        return true;
    }

    /**
     * Makes sure, as the last step of a transaction, that this instance still has the lease. The transaction then holds the lock on the
     * row of the lease until it commits, so nobody can take the lease in between.
     *
     * @throws LostLeaseException if another instance has the lease
     * @throws NewerVersionException if a newer version of the service has changed the tables
     */
    public void requireHeld() {
        newerVersion.requireNone();
        if (jdbc.update(RENEW, 0, null, holder) == 0) {
            lost = true;
            throw new LostLeaseException();
        }
    }

    /** Gives the lease back; does nothing if this instance does not have the lease. */
    public synchronized void release() {
        if (inUse.get()) {
            term = 0;
            try {
                presence.end();
                jdbc.update(RELEASE, holder);
            } catch (DataAccessException e) {
                log.warn(
                        "The run lease could not be given back; another instance takes it within seconds: {}",
                        e.getMessage());
            } finally {
                inUse.set(false);
            }
        }
    }

    private boolean take() {
        Lease lease = jdbc.query(SELECT, Lease::of, holder).get(0);
        boolean taken =
                lease.mayBeTaken() && jdbc.update(TAKE, holder, holder, lease.gone() ? lease.holder() : null) == 1;
        if (taken) {
            // before the lease counts as held again: a renewal that has just failed was one of an earlier term
            terms++;
            term = terms;
            lost = false;
            presence.show();
            if (lease.holder() != null && !lease.holder().equals(holder)) {
                log.warn("The instance that had a run going on gives no sign of life any more: this one goes on");
                load.end(lease.loadConnection());
            } else if (!hasTaken) {
                // an earlier process of this instance had it
                load.end(lease.loadConnection());
            }
            hasTaken = true;
        }
        return taken;
    }

    /**
     * The lease as the database knows it.
     *
     * @param holder who has it; null if nobody has
     * @param loadConnection the number of the connection on which the holder loads; null or 0 if it does not
     * @param gone whether the sign of life of the holder has gone
     * @param ended whether the lease has ended, or an earlier process of this instance has left it
     * @param silent whether the holder has not renewed the lease for seconds
     */
    private record Lease(
            @Nullable String holder, @Nullable Long loadConnection, boolean gone, boolean ended, boolean silent) {

        static Lease of(ResultSet row, int number) throws SQLException {
            return new Lease(
                    row.getString("holder"),
                    row.getObject("load_connection") == null ? null : row.getLong("load_connection"),
                    row.getBoolean("gone"),
                    row.getBoolean("ended"),
                    row.getBoolean("silent"));
        }

        boolean mayBeTaken() {
            return ended || (gone && silent);
        }
    }
}
