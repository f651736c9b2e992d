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

/** The connection of the load that is going on, so that somebody else can stop what the database does for it. */
@Component
public class LoadConnection {

    private static final Logger log = LoggerFactory.getLogger(LoadConnection.class);

    private final DataSource dataSource;
    private @Nullable Connection connection;

    /** The one that the server did not know at the last look; only the timer of the lease asks. */
    private volatile @Nullable Connection missed;

    LoadConnection(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The load of the current transaction begins. */
    public synchronized void begin() {
        connection = DataSourceUtils.getConnection(dataSource);
    }

    /** The load has ended. */
    public synchronized void end() {
        connection = null;
    }

    /**
     * Stops what goes on over the connection. The server is told first, or it would work on to the end of its statement; then the
     * connection is cut, in case the server is out of reach.
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
     * Cuts the connection if the server does not know it any more, at two looks: nobody answers at its other end, and without this the
     * load would wait for ever. Whoever waits for the answer then finds the connection broken, and starts again.
     */
    public void cutIfForgotten() throws SQLException {
        Connection going = current();
        if (going == null) {
            return;
        }
        // not under the lock: the server may be out of reach, and a load that begins or ends must not wait for it
        boolean known = isKnown(number(going));
        if (!known && going == missed) {
            log.warn("The server has forgotten the connection of the load, which is cut");
            cut(going);
        }
        missed = known ? null : going;
    }

    /** Cuts the connection: what goes on over it may not be committed. */
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

    private static long number(Connection connection) throws SQLException {
        return connection.unwrap(JdbcConnection.class).getSession().getThreadId();
    }

    /** Whether the server knows the connection of this number; always, where a proxy gives connections numbers of its own. */
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
