package org.salesetl.pipeline;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.salesetl.TestWarehouse;

/** Stops each load at its first customer, in the middle of its transaction, until this object is closed. */
public final class HeldLoad implements AutoCloseable {

    private final TestWarehouse warehouse;
    private final Connection holder;

    public HeldLoad(TestWarehouse warehouse) throws SQLException {
        this.warehouse = warehouse;
        warehouse.update("""
                CREATE TRIGGER hold_load AFTER INSERT ON dim_customer FOR EACH ROW
                BEGIN
                  DO GET_LOCK('hold-load', 120);
                  DO RELEASE_LOCK('hold-load');
                END""");
        this.holder = warehouse.connection();
        execute("DO GET_LOCK('hold-load', 0)");
    }

    /** Waits until a load has stopped, and returns the number of its connection. */
    public long awaitLoad() {
        return await().atMost(Duration.ofMinutes(1)).until(this::connection, number -> number > 0);
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Lets loads go on. */
    public void letGo() throws SQLException {
        execute("DO RELEASE_LOCK('hold-load')");
    }

    @Override
    public void close() throws SQLException {
        letGo();
        holder.close();
        warehouse.awaitEnd();
        warehouse.update("DROP TRIGGER IF EXISTS hold_load");
    }

    private long connection() throws SQLException {
        try (Statement statement = holder.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT MAX(id) FROM information_schema.processlist WHERE state = 'User lock'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
