package org.salesetl.bulk;

import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
            JdbcConnection driver = going.unwrap(JdbcConnection.class);
            kill(driver.getSession().getThreadId());
            driver.abortInternal();
        } catch (SQLException e) {
            log.warn("The connection of the load could not be stopped: {}", e.getMessage());
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
