package org.salesetl.rollup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.salesetl.SqlFile;
import org.salesetl.work.WorkFolder;
import org.springframework.stereotype.Component;

/**
 * Fills the rollups from the facts. It takes about ten seconds for a million sales.
 *
 * <p>As a migration of a warehouse that is older than the rollups, it only asks for that: the facts have not got all their columns yet. A
 * pack of no layout makes {@link RefillRollups} fill the rollups once all migrations are done.
 */
@Component
public class FillRollups implements JavaMigration {

    private static final int ROWS_AT_ONCE = 10_000;

    private final WorkFolder folder;

    public FillRollups(WorkFolder folder) {
        this.folder = folder;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("16");
    }

    @Override
    public String getDescription() {
        return "fill rollups";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.executeUpdate("DELETE FROM sales_pack");
            statement.executeUpdate(
                    "INSERT INTO sales_pack (pack_key, sales, packed)" + " SELECT 0, 0, x'00' FROM fact_sales LIMIT 1");
        }
    }

    /** Fills the rollups from the facts, in place of what they held. */
    void fill(Connection connection) throws SQLException, IOException {
        forget(connection);
        try (SalesChanges sales = new SalesChanges(folder)) {
            read(connection, sales);
            sales.prepare();
            savePacks(connection, sales);
            saveSums(connection, sales.rollups());
        }
    }

    /**
     * Empties the rollups. The packs may have another layout, or an interrupted start may have filled them without an entry in
     * the history.
     */
    private static void forget(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM sales_pack");
            for (Grouping grouping : Grouping.values()) {
                statement.executeUpdate("DELETE FROM rollup_" + grouping.label());
            }
        }
    }

    private static void read(Connection connection, SalesChanges sales) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            // with this fetch size the driver does not hold the whole result
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet facts = statement.executeQuery(
                    "SELECT f.order_id, f.date_key, f.customer_key, f.product_key, f.quantity, f.unit_price, f.revenue, f.cost,"
                            + " COALESCE(k.city_key, 0) FROM fact_sales f LEFT JOIN sale_city k ON k.city = f.city")) {
                while (facts.next()) {
                    sales.add(SoldLine.of(
                            facts.getString(1),
                            facts.getInt(2),
                            facts.getInt(3),
                            facts.getInt(4),
                            facts.getBigDecimal(5),
                            facts.getBigDecimal(6),
                            facts.getBigDecimal(7),
                            facts.getBigDecimal(8),
                            facts.getInt(9)));
                }
            }
        }
    }

    private static void savePacks(Connection connection, SalesChanges sales) throws SQLException, IOException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO sales_pack (pack_key, sales, packed) VALUES (?, ?, ?)")) {
            for (PackKey key : sales.touched()) {
                sales.merge(key, null);
                SalesPack pack = sales.merged(key);
                insert.setInt(1, key.number());
                insert.setInt(2, pack.sales());
                insert.setBytes(3, pack.bytes());
                insert.executeUpdate();
            }
        }
    }

    private static void saveSums(Connection connection, Rollups rollups) throws SQLException {
        for (Grouping grouping : Grouping.values()) {
            String name = "rollup/add-to-" + grouping.label();
            try (PreparedStatement add =
                    connection.prepareStatement(SqlFile.read(name).replace(":#sums", "?"))) {
                for (Iterator<String> parts = rollups.by(grouping).json(ROWS_AT_ONCE); parts.hasNext(); ) {
                    add.setString(1, parts.next());
                    add.executeUpdate();
                }
            }
        }
    }
}
