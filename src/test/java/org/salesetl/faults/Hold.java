package org.salesetl.faults;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Stops each load of customers in the middle of its transaction, until this object is closed. */
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

    /** Prepares the database so that loads of customers can be stopped. */
    static void prepare(DatabaseProcess database) throws SQLException {
        database.execute("""
                CREATE TRIGGER sales_etl.hold_load AFTER INSERT ON sales_etl.dim_customer FOR EACH ROW
                BEGIN
                  DO GET_LOCK('hold-load', 300);
                  DO RELEASE_LOCK('hold-load');
                END""");
    }

    /** Waits until a load has stopped, and returns the number of its connection. */
    long awaitLoad() {
        return await().atMost(PATIENCE).until(() -> loading(database), id -> id > 0);
    }

    /** The number of the connection of a load that has stopped; 0 if there is none. */
    static long loading(DatabaseProcess database) throws SQLException {
        return database.number("SELECT id FROM information_schema.processlist WHERE state = 'User lock' LIMIT 1");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
