package org.salesetl.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.ExchangeBuilder;
import org.junit.jupiter.api.Test;
import org.salesetl.WarehouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

class WarehouseVersionTest extends WarehouseTest {

    @Autowired
    private ProducerTemplate producer;

    @Test
    void changesWithEveryFileThatLoads() {
        WarehouseVersion empty = version();
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.run();
        WarehouseVersion customers = version();
        warehouse.drop("sales.csv", "order_id,customer_id,product_id,order_date,quantity", "O1,C1,P1,2025-01-06,10");
        warehouse.run();
        WarehouseVersion parked = version();
        warehouse.drop("products.csv", "product_id,price", "P1,1.50");
        warehouse.run();

        assertThat(warehouse.entry("products.csv").released()).isEqualTo(1);
        assertThat(new WarehouseVersion[] {empty, customers, parked, version()}).doesNotHaveDuplicates();
        assertThat(empty).isEqualTo(new WarehouseVersion(0, null, 0, 0, 0, empty.day()));
    }

    @Test
    void changesWithAReload() {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.run();
        WarehouseVersion loaded = version();

        assertThat(warehouse.reload().status()).isEqualTo("succeeded");

        assertThat(version()).isNotEqualTo(loaded);
    }

    @Test
    void doesNotChangeWithFilesThatDoNotLoad() {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.run();
        WarehouseVersion loaded = version();

        warehouse.drop("again.csv", "customer_id", "C1");
        warehouse.drop("notes.csv", "this,is,something");
        warehouse.run();

        assertThat(warehouse.entry("again.csv").status()).isEqualTo("already_loaded");
        assertThat(warehouse.entry("notes.csv").status()).isEqualTo("refused");
        assertThat(version()).isEqualTo(loaded);
    }

    @Test
    void readsOnlyAFewRowsAfterManyRefusedFiles() throws Exception {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.run();
        for (int doubling = 0; doubling < 11; doubling++) {
            warehouse.update("""
                    INSERT INTO etl_file (run_id, name, sha256, size_bytes, status, loaded_at)
                    SELECT run_id, name, sha256, size_bytes, 'refused', loaded_at FROM etl_file""");
        }
        String sql = new ClassPathResource("sql/cache/select-version.sql").getContentAsString(StandardCharsets.UTF_8);

        try (Connection connection = warehouse.connection();
                Statement statement = connection.createStatement()) {
            long before = rowsRead(statement);
            statement.executeQuery(sql).close();
            // the statement that asks for the counts reads most of these rows
            assertThat(rowsRead(statement) - before).isLessThan(200);
        }
    }

    private static long rowsRead(Statement statement) throws SQLException {
        long reads = 0;
        try (ResultSet counts = statement.executeQuery("SHOW SESSION STATUS LIKE 'Handler_read%'")) {
            while (counts.next()) {
                reads += counts.getLong(2);
            }
        }
        return reads;
    }

    private WarehouseVersion version() {
        return producer.send(
                        "direct:" + VersionRoutes.NOTE_VERSION,
                        ExchangeBuilder.anExchange(producer.getCamelContext()).build())
                .getVariable(VersionRoutes.VERSION, WarehouseVersion.class);
    }
}
