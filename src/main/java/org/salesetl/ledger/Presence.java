package org.salesetl.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.salesetl.Instance;
import org.salesetl.SqlFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A sign of life of an instance that has the lease: a lock by name, which the database keeps for one connection and forgets at the moment
 * when that connection ends. A process that is killed loses its connections at once; a process that only stands still keeps them.
 *
 * <p>The sign decides nothing alone, so it does not matter if it is missing for a while: the lease counts.
 */
@Component
class Presence {

    private static final Logger log = LoggerFactory.getLogger(Presence.class);
    private static final String SHOW = SqlFile.read("ledger/show-presence");

    private static final int SECONDS_OF_PATIENCE = 2;

    private final DataSource dataSource;
    private final String name;
    private @Nullable Connection connection;

    Presence(DataSource dataSource, Instance instance) {
        this.dataSource = dataSource;
        this.name = "sales_etl." + instance.id();
    }

    /** Gives the sign, on a connection that stays open; on another one if that has broken. */
    synchronized void show() {
        try {
            closeIfBroken();
            Connection kept = connection == null ? dataSource.getConnection() : connection;
            connection = kept;
            try (PreparedStatement statement = kept.prepareStatement(SHOW)) {
                statement.setString(1, name);
                statement.setString(2, name);
                statement.execute();
            }
        } catch (SQLException e) {
            log.debug("The database knows no sign of life: {}", e.getMessage());
            close();
        }
    }

    /** Takes the sign back. */
    synchronized void end() {
        closeIfBroken();
        Connection kept = connection;
        if (kept != null) {
            try (PreparedStatement statement = kept.prepareStatement("DO RELEASE_LOCK(?)")) {
                statement.setString(1, name);
                statement.execute();
            } catch (SQLException e) {
                log.debug("The sign of life has gone already: {}", e.getMessage());
            }
            close();
        }
    }

    /** A connection that a network has lost in silence answers nothing, for ever. */
    private void closeIfBroken() {
        try {
            if (connection != null && !connection.isValid(SECONDS_OF_PATIENCE)) {
                close();
            }
        } catch (SQLException e) {
            close();
        }
    }

    private void close() {
        Connection closing = connection;
        connection = null;
        try {
            if (closing != null) {
                closing.close();
            }
        } catch (SQLException e) {
            log.debug("The connection has gone already: {}", e.getMessage());
        }
    }
}
