package org.salesetl.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets one run go at a time, across every instance that shares the database.
 *
 * <p>A named lock of the server, held by a connection of its own: it ends with the connection, so a run that dies with its
 * process blocks nobody. Its name carries the database's, since such locks belong to the whole server.
 */
@Component
public class RunLock {

    private static final Logger log = LoggerFactory.getLogger(RunLock.class);
    private static final String ACQUIRE = "SELECT GET_LOCK(SHA1(CONCAT(DATABASE(), '.run-etl')), 0)";
    private static final String HOLDS =
            "SELECT COALESCE(IS_USED_LOCK(SHA1(CONCAT(DATABASE(), '.run-etl'))) = CONNECTION_ID(), 0)";
    private static final String RELEASE = "SELECT RELEASE_LOCK(SHA1(CONCAT(DATABASE(), '.run-etl')))";

    private final DataSource dataSource;
    private @Nullable Connection holder;

    RunLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Takes the lock; false if a run has it. */
    public synchronized boolean acquire() throws SQLException {
        if (holder != null) {
            return false;
        }
        Connection connection = dataSource.getConnection();
        boolean acquired = false;
        try {
            acquired = isTrue(connection, ACQUIRE);
        } finally {
            if (!acquired) {
                connection.close();
            }
        }
        holder = acquired ? connection : null;
        return acquired;
    }

    /** Whether no run of this instance is going on. */
    public synchronized boolean isFree() {
        return holder == null;
    }

    /**
     * Makes sure that the lock is still ours before something is committed.
     *
     * @throws IllegalStateException if the connection that held it is gone, so that another instance may be loading
     */
    public synchronized void requireHeld() throws SQLException {
        if (holder == null || !isTrue(holder, HOLDS)) {
            throw new IllegalStateException("The run has lost its lock on the database; nothing of this file is kept");
        }
    }

    /** Gives the lock back; does nothing if it is not held. */
    public synchronized void release() {
        if (holder == null) {
            return;
        }
        try (Connection connection = holder) {
            isTrue(connection, RELEASE);
        } catch (SQLException e) {
            log.warn("The run lock's connection is gone, and the lock with it: {}", e.getMessage());
        } finally {
            holder = null;
        }
    }

    private static boolean isTrue(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet result = statement.executeQuery()) {
            return result.next() && result.getInt(1) == 1;
        }
    }
}
