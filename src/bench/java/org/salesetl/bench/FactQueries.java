package org.salesetl.bench;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The ten questions as SQL on the fact table, as somebody with a database client would ask them. */
final class FactQueries implements AutoCloseable {

    private final Connection connection;

    private FactQueries(Connection connection) {
        this.connection = connection;
    }

    /** With fresh statistics, and with the facts in the server's memory as far as they fit. */
    static FactQueries on(Warehouse warehouse) throws SQLException {
        Connection connection = warehouse.server().connect(warehouse.schema());
        try (var statement = connection.createStatement()) {
            statement.execute("ANALYZE TABLE fact_sales, dim_customer, dim_product, dim_date");
            statement.execute("SELECT SUM(revenue), MAX(order_id) FROM fact_sales");
        }
        return new FactQueries(connection);
    }

    /** Asks a question. */
    Answer ask(String slug, Slice slice) throws IOException, SQLException {
        long started = System.nanoTime();
        try (PreparedStatement statement = prepare(slug, slice);
                ResultSet result = statement.executeQuery()) {
            List<List<Object>> rows = rows(result);
            return new Answer(slug, slice, Api.secondsSince(started), rows);
        }
    }

    /** The server's plan for a question. */
    String explain(String slug, Slice slice) throws IOException, SQLException {
        try (PreparedStatement statement = prepare("EXPLAIN ", slug, slice);
                ResultSet plan = statement.executeQuery()) {
            return ResultTable.of(plan);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private PreparedStatement prepare(String slug, Slice slice) throws IOException, SQLException {
        return prepare("", slug, slice);
    }

    private PreparedStatement prepare(String before, String slug, Slice slice) throws IOException, SQLException {
        PreparedStatement statement = connection.prepareStatement(before + text(slug, slice));
        if (slice == Slice.PART) {
            statement.setInt(1, Slice.key(Slice.FROM));
            statement.setInt(2, Slice.key(Slice.TO));
            statement.setString(3, Slice.CATEGORY);
        }
        return statement;
    }

    private static String text(String slug, Slice slice) throws IOException {
        String name = "/bench/" + slice.folder() + "/" + slug + ".sql";
        try (InputStream stream = FactQueries.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("There is no " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<List<Object>> rows(ResultSet result) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        while (result.next()) {
            List<Object> row = new ArrayList<>();
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                Object cell = result.getObject(column);
                row.add(cell instanceof Number number ? new BigDecimal(number.toString()) : cell);
            }
            rows.add(row);
        }
        return rows;
    }

    /**
     * What the server said.
     *
     * @param rows as the service's answer has them
     */
    record Answer(String slug, Slice slice, double seconds, List<List<Object>> rows) {}
}
