package org.salesetl.bulk;

import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** The connection of the current load, so that others can stop the work of the database for it. */
@Component
public class LoadConnection {

    private static final Logger log = LoggerFactory.getLogger(LoadConnection.class);

    private final DataSource dataSource;
    private @Nullable Connection connection;

    /** The connection that the server did not know at the last look. Only the timer of the lease looks. */
    private volatile @Nullable Connection missed;

    LoadConnection(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Notes that the load of the current transaction begins. */
    public synchronized void begin() {
        connection = DataSourceUtils.getConnection(dataSource);
    }

    /** Notes that the load has ended. */
    public synchronized void end() {
        connection = null;
    }

    /**
     * Stops the load. First tells the server, which would otherwise work on to the end of its statement; then cuts the
     * connection, in case the server is out of reach.
     */
    public synchronized void stop() {
        Connection going = connection;
        if (going == null) {
            return;
        }
        try {
            kill(number(going));
            cut();
        } catch (SQLException e) {
            log.warn("The connection of the load could not be stopped: {}", e.getMessage());
        }
    }

    /**
     * Cuts the connection if the server does not know it at two looks in a row. Then nobody answers at its other end, and the
     * load would wait for ever. After the cut, the load finds its connection broken and starts again.
     */
    public void cutIfForgotten() throws SQLException {
        Connection going = current();
        if (going == null) {
            return;
        }
        // not under the lock: the server may be out of reach, and loads must be able to begin and end meanwhile
        boolean known = isKnown(number(going));
        if (!known && going == missed) {
            log.warn("The server has forgotten the connection of the load, which is cut");
            cut(going);
        }
        missed = known ? null : going;
    }

    /** Cuts the connection, so that its transaction cannot be committed. */
    public synchronized void cut() throws SQLException {
        if (connection != null) {
            cut(connection);
        }
    }

    /** Cuts this connection, unless its load has ended meanwhile. */
    private synchronized void cut(Connection going) throws SQLException {
        if (going == connection) {
            going.unwrap(JdbcConnection.class).abortInternal();
        }
    }

    private synchronized @Nullable Connection current() {
        return connection;
    }

    /** The number by which the server knows the connection; null if there is no load. */
    public @Nullable Long number() {
        try {
            Connection going = current();
            return going == null ? null : number(going);
        } catch (SQLException e) {
            return null; // it has just been closed
        }
    }

    /**
     * Ends a connection of an instance that has died, or stands still. A server that has not noticed would keep what that load has locked, for
     * hours.
     *
     * @param number by which the server knows the connection; null or 0 if there is none
     */
    public void end(@Nullable Long number) {
        if (number != null && number != 0) {
            try (Connection other = dataSource.getConnection();
                    Statement statement = other.createStatement()) {
                statement.execute("KILL " + number);
            } catch (SQLException e) {
                log.debug("The connection {} has gone already: {}", number, e.getMessage());
            }
        }
    }

    private static long number(Connection connection) throws SQLException {
        return connection.unwrap(JdbcConnection.class).getSession().getThreadId();
    }

    /**
     * Whether the server knows the connection with this number; always true behind a proxy, which gives connections its own
     * numbers.
     */
    private boolean isKnown(long id) throws SQLException {
        Set<Long> known = new HashSet<>();
        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement();
                ResultSet sessions = statement.executeQuery("SHOW PROCESSLIST")) {
            while (sessions.next()) {
                known.add(sessions.getLong(1));
            }
            return known.contains(id) || !known.contains(number(other));
        }
    }

    private void kill(long id) {
        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("KILL QUERY " + id);
        } catch (SQLException e) {
            log.warn("The database could not be told to stop the load: {}", e.getMessage());
        }
    }
}
