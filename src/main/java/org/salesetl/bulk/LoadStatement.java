package org.salesetl.bulk;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.RuntimeProperty;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.JdbcStatement;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** A statement that loads rows into a table, on the connection of the current transaction. */
record LoadStatement(Connection connection, String sql, SQLExceptionTranslator translator) {

    /**
     * Runs a {@code LOAD DATA LOCAL} with a stream as its file.
     *
     * <p>The connection allows files only in a folder that does not exist, so that a server can never ask for one of this
     * machine's. Streams are allowed while this statement runs, and the driver then takes this one whatever is asked for.
     */
    LocalInfile load(InputStream rows) {
        try (Statement load = connection.createStatement()) {
            RuntimeProperty<Boolean> allowed = connection
                    .unwrap(JdbcConnection.class)
                    .getPropertySet()
                    .getBooleanProperty(PropertyKey.allowLoadLocalInfile);
            load.unwrap(JdbcStatement.class).setLocalInfileInputStream(rows);
            allowed.setValue(true);
            try {
                long taken = load.executeLargeUpdate(sql);
                SQLWarning warning = load.getWarnings();
                return new LocalInfile(taken, warning == null ? null : warning.getMessage());
            } finally {
                allowed.setValue(false);
            }
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    /** What a failure of the database means to the callers of the load. */
    RuntimeException translated(SQLException e) {
        RuntimeException translated = translator.translate("bulk load", sql, e);
        return translated == null ? new IllegalStateException("The load failed", e) : translated;
    }
}
