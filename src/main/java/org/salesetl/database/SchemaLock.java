package org.salesetl.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lock in the database: of several instances that start at once, one after the other looks at the tables and makes the history of their
 * changes. While the tables change, Flyway has a lock of its own. This one ends with its connection at the latest.
 */
final class SchemaLock {

    private static final Logger log = LoggerFactory.getLogger(SchemaLock.class);

    /** It takes less than a second. */
    private static final int PATIENCE_SECONDS = 120;

    /** The name of a lock has at most 64 characters, and is that of the whole server. */
    private static final String NAME = "CONCAT('schema of ', LEFT(DATABASE(), 50))";

    private static final String TAKE = "SELECT GET_LOCK(" + NAME + ", ?)";
    private static final String GIVE_BACK = "SELECT RELEASE_LOCK(" + NAME + ")";

    private SchemaLock() {}

    /** Work on the schema. */
    @FunctionalInterface
    interface Work {
        void go() throws SQLException;
    }

    /**
     * Waits for the lock, does the work, and gives the lock back.
     *
     * @throws SQLException if the database does not answer, or another instance keeps the lock
     */
    static void during(DataSource database, Work work) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement take = connection.prepareStatement(TAKE);
                PreparedStatement giveBack = connection.prepareStatement(GIVE_BACK)) {
            if (!isTaken(take)) {
                throw new SQLException(
                        "Another instance has been looking at the tables for " + PATIENCE_SECONDS + " s");
            }
            try {
                work.go();
            } finally {
                giveBack(giveBack);
            }
        }
    }

    /** A connection that cannot give the lock back has lost it, or is about to. What the work has thrown counts. */
    private static void giveBack(PreparedStatement giveBack) {
        try {
            giveBack.execute();
        } catch (SQLException e) {
            log.debug("The lock of the schema ends with its connection", e);
        }
    }

    private static boolean isTaken(PreparedStatement take) throws SQLException {
        take.setInt(1, PATIENCE_SECONDS);
        try (ResultSet answer = take.executeQuery()) {
            return answer.next() && answer.getInt(1) == 1;
        }
    }
}
