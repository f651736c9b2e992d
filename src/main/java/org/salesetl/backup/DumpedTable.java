package org.salesetl.backup;

import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * A table in a backup: CSV with the names of the columns in the first line. Every value stands in quotes as the server writes it, bytes
 * as hexadecimal digits; null is {@code \N} without quotes. Every server and every program can read that.
 *
 * @param name the table
 * @param columns the columns with values of their own, in their order
 */
record DumpedTable(String name, List<Column> columns) {

    /** A column, and whether it holds bytes. */
    record Column(String name, boolean isBytes) {}

    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .setNullString("\\N")
            .get();

    private static final int ROWS_AT_ONCE = 1_000;

    /**
     * All tables of the service, by name. The history of the versions is not among them: the version says it all. Neither are the sessions
     * and the shared secrets, which would help somebody in who has the backup.
     */
    private static final String COLUMNS = """
            SELECT c.table_name, c.column_name, c.data_type
            FROM information_schema.columns c
              JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
            WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'
              AND c.table_name NOT IN ('flyway_schema_history', 'shared_secret') AND c.table_name NOT LIKE 'user\\_session%'
              AND COALESCE(c.generation_expression, '') = ''
            ORDER BY c.table_name, c.ordinal_position
            """;

    /** All tables of the service in the database. */
    static List<DumpedTable> all(Connection connection) throws SQLException {
        Map<String, List<Column>> tables = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(COLUMNS)) {
            while (found.next()) {
                String type = found.getString(3).toLowerCase(Locale.ROOT);
                tables.computeIfAbsent(found.getString(1), table -> new ArrayList<>())
                        .add(new Column(found.getString(2), type.endsWith("blob") || type.endsWith("binary")));
            }
        }
        return tables.entrySet().stream()
                .map(table -> new DumpedTable(table.getKey(), table.getValue()))
                .toList();
    }

    /** Writes all rows; their number. */
    long write(Connection connection, Appendable csv) throws SQLException, IOException {
        long rows = 0;
        CSVPrinter printer = new CSVPrinter(csv, CSV);
        printer.printRecord(columns.stream().map(Column::name).toList());
        try (Statement statement = connection.createStatement()) {
            // with this fetch size the driver does not hold the whole result
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = statement.executeQuery("SELECT " + names() + " FROM " + quoted(name))) {
                while (row.next()) {
                    for (int i = 0; i < columns.size(); i++) {
                        printer.print(value(row, i));
                    }
                    printer.println();
                    rows++;
                }
            }
        }
        printer.flush();
        return rows;
    }

    private @Nullable String value(ResultSet row, int column) throws SQLException {
        if (!columns.get(column).isBytes()) {
            return row.getString(column + 1);
        }
        byte[] bytes = row.getBytes(column + 1);
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    /**
     * Replaces all rows; the number of new ones.
     *
     * @throws BackupException if the text has other columns
     */
    long read(Connection connection, Reader csv) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM " + quoted(name));
        }
        String insert = "INSERT INTO " + quoted(name) + " (" + names() + ") VALUES ("
                + Stream.generate(() -> "?").limit(columns.size()).collect(Collectors.joining(", ")) + ")";
        long rows = 0;
        try (CSVParser parser = CSV.parse(csv);
                PreparedStatement row = connection.prepareStatement(insert)) {
            for (CSVRecord cells : parser) {
                if (cells.getRecordNumber() == 1) {
                    requireOurColumns(cells.toList());
                    continue;
                }
                for (int i = 0; i < columns.size(); i++) {
                    set(row, i, cells.get(i));
                }
                row.addBatch();
                if (++rows % ROWS_AT_ONCE == 0) {
                    row.executeBatch();
                }
            }
            row.executeBatch();
        }
        return rows;
    }

    private void requireOurColumns(List<String> found) {
        List<String> expected = columns.stream().map(Column::name).toList();
        if (!found.equals(expected)) {
            throw new BackupException("Expected the columns " + expected + " of the table " + name + " but found "
                    + found + ". Restore the backup with the version of the service that has made it.");
        }
    }

    private void set(PreparedStatement row, int column, @Nullable String value) throws SQLException {
        if (value == null || !columns.get(column).isBytes()) {
            row.setString(column + 1, value);
        } else {
            row.setBytes(column + 1, HexFormat.of().parseHex(value));
        }
    }

    private String names() {
        return columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
