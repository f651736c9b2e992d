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
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * What a {@code LOAD DATA LOCAL} did. With {@code LOCAL} the database skips rows whose unique key it knows instead of failing,
 * and bends what does not fit a column until it does.
 *
 * @param rows how many rows the table took
 * @param warning the first thing that the database wants to say of them; null if there is nothing
 */
record LocalInfile(long rows, @Nullable String warning) {

    /**
     * Runs the statement with a stream as its file.
     *
     * <p>The connection allows files only in a folder that does not exist, so that a server can never ask for one of this
     * machine's. Streams are allowed while this statement runs, and the driver then takes this one whatever is asked for.
     */
    static LocalInfile load(Connection connection, String statement, InputStream rows) throws SQLException {
        RuntimeProperty<Boolean> allowed = connection
                .unwrap(JdbcConnection.class)
                .getPropertySet()
                .getBooleanProperty(PropertyKey.allowLoadLocalInfile);
        try (Statement load = connection.createStatement()) {
            load.unwrap(JdbcStatement.class).setLocalInfileInputStream(rows);
            allowed.setValue(true);
            long taken = load.executeLargeUpdate(statement);
            SQLWarning warning = load.getWarnings();
            return new LocalInfile(taken, warning == null ? null : warning.getMessage());
        } finally {
            allowed.setValue(false);
        }
    }

    /**
     * Makes sure that the table took every row as it is.
     *
     * @throws DuplicateKeyException if it took fewer
     * @throws IllegalStateException if it took all of them, but changed some
     */
    void requireAll(long sent) {
        if (rows < sent) {
            throw new DuplicateKeyException("The database took " + rows + " of " + sent
                    + " rows: it knows the others already (" + warning + ")");
        }
        if (warning != null) {
            throw new IllegalStateException("The database did not take every value as it is: " + warning);
        }
    }
}
