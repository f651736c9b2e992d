package org.salesetl.faults;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** While it is open, a load of customers comes to a stop in its middle. */
final class Hold implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DatabaseProcess database;
    private final Connection connection;

    Hold(DatabaseProcess database) throws SQLException {
        this.database = database;
        this.connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION wait_timeout = 28800");
            statement.execute("DO GET_LOCK('hold-load', 0)");
        }
    }

    /** Lets loads of customers be held up from now on. */
    static void prepare(DatabaseProcess database) throws SQLException {
        database.execute("""
                CREATE TRIGGER sales_etl.hold_load AFTER INSERT ON sales_etl.dim_customer FOR EACH ROW
                BEGIN
                  DO GET_LOCK('hold-load', 300);
                  DO RELEASE_LOCK('hold-load');
                END""");
    }

    /** Returns the connection of a load as soon as one is held up. */
    long awaitLoad() {
        return await().atMost(PATIENCE).until(() -> loading(database), id -> id > 0);
    }

    /** The connection of a load that is held up; 0 if none is. */
    static long loading(DatabaseProcess database) throws SQLException {
        return database.number("SELECT id FROM information_schema.processlist WHERE state = 'User lock' LIMIT 1");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
