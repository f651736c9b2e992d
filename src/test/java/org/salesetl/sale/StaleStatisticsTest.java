package org.salesetl.sale;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salesetl.SqlFile;
import org.salesetl.WarehouseTest;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Just after its first large load, the server may still believe that the warehouse is empty. Even then, each staged sale is looked up by a key: a
 * server that reads all sales for each staged one works for minutes where it should work for a second.
 */
class StaleStatisticsTest extends WarehouseTest {

    @Autowired
    private DataSource dataSource;

    @BeforeEach
    void loadWithoutNewStatistics() {
        warehouse.query("ANALYZE TABLE fact_sales");
        warehouse.update("ALTER TABLE fact_sales STATS_AUTO_RECALC = 0");
        warehouse.drop("customers.csv", "customer_id,city", "C1,Paris");
        warehouse.drop("products.csv", "product_id,category", "P1,Books");
        String rows = IntStream.range(0, 5_000)
                .mapToObj(i -> "S" + i + ",O1,C1,P1,2025-01-31,1,1\n")
                .collect(Collectors.joining());
        warehouse.drop(
                "sales.csv",
                ("sale_id,order_id,customer_id,product_id,order_date,quantity,price\n" + rows).getBytes(UTF_8));
        warehouse.run();
        // the server reads the statistics again, which are those of the empty table
        warehouse.update("ALTER TABLE fact_sales STATS_AUTO_RECALC = 0, COMMENT = ''");
    }

    @AfterEach
    void keepStatisticsUpToDate() {
        warehouse.update("ALTER TABLE fact_sales STATS_AUTO_RECALC = DEFAULT");
    }

    @Test
    void looksUpEachStagedSaleByAKey() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(SqlFile.read("sale/create-stage"));
            statement.execute(SqlFile.read("sale/create-changes"));
            statement.execute("""
                    INSERT INTO stage_sale (file_id, line, sale_id, order_id, customer_key, product_key, date_key, quantity,
                                            unit_price, revenue)
                    SELECT source_file_id, source_line, sale_id, order_id, customer_key, product_key, date_key, quantity + 1,
                           unit_price, revenue
                    FROM fact_sales""");
            assertReadsByKey(statement, "sale/insert-changes");
            assertThat(statement.executeUpdate(SqlFile.read("sale/insert-changes")))
                    .isEqualTo(5_000);
            assertReadsByKey(statement, "sale/select-removed");
            assertReadsByKey(statement, "sale/update");
        }
    }

    private static void assertReadsByKey(Statement statement, String name) throws SQLException {
        try (ResultSet plan = statement.executeQuery("EXPLAIN FORMAT=TRADITIONAL " + SqlFile.read(name))) {
            while (plan.next()) {
                if ("f".equals(plan.getString("table"))) {
                    assertThat(plan.getString("type")).as(name).isIn("eq_ref", "ref");
                    return;
                }
            }
        }
        throw new AssertionError(name + " does not read the facts");
    }
}
