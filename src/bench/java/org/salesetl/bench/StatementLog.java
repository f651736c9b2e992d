package org.salesetl.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What the service asks of the server, as the server's own log of slow statements has it. The log costs time, so it is on
 * only while nothing is measured.
 */
final class StatementLog implements AutoCloseable {

    private final Server server;

    private StatementLog(Server server) {
        this.server = server;
    }

    /** Logs what sessions that begin from now on ask, if it takes at least this long. */
    static StatementLog start(Server server, double leastSeconds) throws SQLException {
        server.execute(
                "SET GLOBAL log_output = 'TABLE'",
                "TRUNCATE TABLE mysql.slow_log",
                "SET GLOBAL long_query_time = " + leastSeconds,
                "SET GLOBAL slow_query_log = 1");
        return new StatementLog(server);
    }

    /** Forgets what was logged so far. */
    void forget() throws SQLException {
        server.execute("TRUNCATE TABLE mysql.slow_log");
    }

    /** Statements on the schema that begin alike, taken together, the longest first. */
    List<Entry> longest(String schema, int limit) throws SQLException {
        return entries("""
                SELECT SUM(TIME_TO_SEC(query_time)) AS seconds, COUNT(*) AS times, LEFT(sql_text, 160) AS text
                FROM mysql.slow_log
                WHERE db = ?
                GROUP BY LEFT(sql_text, 60)
                ORDER BY seconds DESC
                LIMIT\s""" + limit, schema);
    }

    /** The slowest queries on the schema, each as a whole and once. */
    List<Entry> slowestQueries(String schema, int limit) throws SQLException {
        return entries("""
                SELECT MAX(TIME_TO_SEC(query_time)) AS seconds, COUNT(*) AS times, sql_text AS text
                FROM mysql.slow_log
                WHERE db = ? AND sql_text LIKE 'SELECT%'
                GROUP BY sql_text
                ORDER BY seconds DESC
                LIMIT\s""" + limit, schema);
    }

    @Override
    public void close() throws SQLException {
        server.execute("SET GLOBAL slow_query_log = 0");
    }

    private List<Entry> entries(String query, String schema) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (Connection connection = server.connect("mysql");
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, schema);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    entries.add(
                            new Entry(result.getDouble("seconds"), result.getInt("times"), result.getString("text")));
                }
            }
        }
        return entries;
    }

    /**
     * A statement, or several that begin alike.
     *
     * @param seconds how long they took in all
     */
    record Entry(double seconds, int times, String text) {

        /** The statement's beginning on one line. */
        String beginning() {
            String line = text.replaceAll("\\s+", " ").strip();
            return line.length() > 110 ? line.substring(0, 110) + " …" : line;
        }
    }

    /** The server's plan for a query, as a table. */
    static String explain(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("EXPLAIN " + query)) {
            return ResultTable.of(plan);
        }
    }
}
