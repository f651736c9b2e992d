package org.salesetl.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * An account of the database server.
 *
 * @param name the name
 * @param host the machines from which the account may come, as the server writes them; null means all machines, or a role
 */
record DatabaseUser(String name, @Nullable String host) {

    /** The account as which a connection works. */
    static DatabaseUser of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CURRENT_USER()")) {
            row.next();
            return parse(row.getString(1));
        }
    }

    /** Reads {@code name@host}, or a name alone. A name may have an @ in it, a host has none. */
    static DatabaseUser parse(String text) {
        int at = text.lastIndexOf('@');
        return at < 0 ? new DatabaseUser(text, null) : new DatabaseUser(text.substring(0, at), text.substring(at + 1));
    }

    /** As statements write the account. */
    String quoted() {
        return host == null ? quoted(name) : quoted(name) + "@" + quoted(host);
    }

    /** A name of anything as statements write it: whatever stands in the name, it ends at the last backtick only. */
    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
