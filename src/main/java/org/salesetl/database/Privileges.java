package org.salesetl.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * What a user may do on every table of the database. Rights on single tables are not among it.
 *
 * @param user the account
 * @param held the names of the privileges
 * @param handedOn those of them that the user may grant to others
 * @param role the role of the connection, whose privileges cannot be seen; null if there is none
 */
record Privileges(
        DatabaseUser user,
        Set<String> held,
        Set<String> handedOn,
        @Nullable String role) {

    /** For the user who owns the tables, and for the user of the service if there is only one. */
    static final List<String> OF_OWNER = List.of(
            "SELECT",
            "INSERT",
            "UPDATE",
            "DELETE",
            "CREATE",
            "ALTER",
            "DROP",
            "INDEX",
            "REFERENCES",
            "CREATE TEMPORARY TABLES");

    /** For the user of the service if another user owns the tables. No table has it, so an administrator has to give it. */
    static final String OF_SERVICE = "CREATE TEMPORARY TABLES";

    /** MySQL and MariaDB write a user as 'name'@'host', and a database that has wildcards as a pattern. */
    private static final String QUERY = """
            SELECT privilege_type, is_grantable, CURRENT_ROLE()
            FROM (SELECT grantee, privilege_type, is_grantable FROM information_schema.user_privileges
                  UNION ALL
                  SELECT grantee, privilege_type, is_grantable FROM information_schema.schema_privileges
                  WHERE DATABASE() LIKE table_schema) granted
            WHERE grantee = CONCAT('''', SUBSTRING_INDEX(CURRENT_USER(), '@', 1), '''@''',
                                   SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''')
            """;

    /** Those of the user of a connection. */
    static Privileges of(Connection connection) throws SQLException {
        Set<String> held = new TreeSet<>();
        Set<String> handedOn = new TreeSet<>();
        String role = null;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            while (row.next()) {
                held.add(row.getString(1));
                if (row.getString(2).equals("YES")) {
                    handedOn.add(row.getString(1));
                }
                role = row.getString(3);
            }
        }
        boolean hasRole = StringUtils.hasText(role) && !role.equals("NONE");
        return new Privileges(DatabaseUser.of(connection), held, handedOn, hasRole ? role : null);
    }

    /** Those of these that the user does not have, in alphabetical order. */
    Set<String> missing(Collection<String> needed) {
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(held);
        return missing;
    }

    /** What the user lacks to grant these to others; empty or the GRANT OPTION. */
    Set<String> missingToGrant(Collection<String> granted) {
        return handedOn.containsAll(granted) ? Set.of() : Set.of("GRANT OPTION");
    }
}
