package org.salesetl.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.salesetl.WarehouseTest;
import org.springframework.beans.factory.annotation.Autowired;

class FillRollupsTest extends WarehouseTest {

    private static final List<String> TABLES =
            List.of("rollup_customer", "rollup_product", "rollup_day", "rollup_month", "rollup_place", "sales_pack");

    @Autowired
    private FillRollups migration;

    @Autowired
    private Flyway flyway;

    /** The second time is that of a start which was cut off before the migration was noted as done. */
    @Test
    void givesAnOlderWarehouseTheRollupsThatLoadingGives() throws Exception {
        load();
        List<String> loaded = contents();
        TABLES.forEach(table -> warehouse.update("DELETE FROM " + table));

        migrate();
        migrate();
        flyway.migrate();

        assertThat(contents()).isEqualTo(loaded).hasSizeGreaterThan(10);
    }

    @Test
    void makesPacksOfAnotherLayoutAnewAfterTheMigrations() {
        load();
        List<String> loaded = contents();
        warehouse.update("UPDATE sales_pack SET packed = CONCAT(x'00', SUBSTRING(packed, 2))");

        flyway.migrate();

        assertThat(contents()).isEqualTo(loaded);
    }

    private void load() {
        warehouse.drop("customers.csv", "customer_id", "C1", "C2");
        warehouse.drop("products.csv", "product_id,cost_price", "P1,0.75", "P2,");
        warehouse.drop(
                "sales.csv",
                "sale_id,order_id,customer_id,product_id,order_date,quantity,price",
                "S1,O1,C1,P1,2025-01-31,2,1.5",
                "S2,O1,C1,P2,2025-02-01,3,0.0001",
                "S3,O2,C2,P1,2024-12-30,1,899999999999999.9999");
        warehouse.drop(
                "totals.csv",
                "sale_id,order_id,customer_id,product_id,order_date,quantity,total,city",
                "S4,O3,C1,P1,2025-02-20,3,100,Lyon",
                "S5,O3,C1,P1,2025-02-20,3,100,");
        warehouse.run();
    }

    private void migrate() throws Exception {
        try (Connection connection = warehouse.connection()) {
            migration.migrate(new Context() {
                @Override
                public Configuration getConfiguration() {
                    return new FluentConfiguration();
                }

                @Override
                public Connection getConnection() {
                    return connection;
                }
            });
        }
    }

    private List<String> contents() {
        List<String> rows = new ArrayList<>();
        for (String table : TABLES) {
            String columns = table.equals("sales_pack") ? "pack_key, sales, HEX(packed)" : "*";
            rows.addAll(warehouse.query("SELECT " + columns + " FROM " + table + " ORDER BY 1"));
        }
        return rows;
    }
}
