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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * A {@code LOAD DATA LOCAL} on the connection of the current transaction.
 *
 * @param sql the statement, which ends with the names of the columns
 */
record LoadStatement(Connection connection, String sql, SQLExceptionTranslator translator) {

    private static final Pattern TABLE_AND_COLUMNS =
            Pattern.compile("INTO TABLE (?<table>\\w+) [^(]*\\((?<columns>[^)]+)\\)");

    /**
     * Runs the statement with a stream as its file.
     *
     * <p>The connection allows files only in a folder that does not exist, so that a server can never ask for a file of this
     * machine. Streams are allowed while this statement runs, and the driver then sends this stream, whatever file the server
     * asks for.
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

    /** An {@code INSERT} of one row into the same columns, for servers that forbid {@code LOAD DATA LOCAL}. */
    String insert() {
        Matcher load = TABLE_AND_COLUMNS.matcher(sql);
        if (!load.find()) {
            throw new IllegalStateException("Expected a table and its columns but found " + sql);
        }
        String columns = load.group("columns");
        return "INSERT INTO " + load.group("table") + " (" + columns + ") VALUES (" + columns.replaceAll("[^,]+", "?")
                + ")";
    }

    /** Translates a failure of the database into an exception that the callers of the load know. */
    RuntimeException translated(SQLException e) {
        RuntimeException translated = translator.translate("bulk load", sql, e);
        return translated == null ? new IllegalStateException("The load failed", e) : translated;
    }
}
