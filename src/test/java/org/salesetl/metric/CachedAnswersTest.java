package org.salesetl.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.salesetl.ApiTest;
import org.salesetl.HttpApi.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;

@Tag("variants")
class CachedAnswersTest extends ApiTest {

    private static final int CLIENTS = 50;

    @Autowired
    private CamelContext camel;

    @Autowired
    private HikariDataSource pool;

    @ParameterizedTest
    @EnumSource(Metric.class)
    void showWhatARunHasCommitted(Metric metric) {
        String path = "/api/metrics/" + metric.slug();
        String empty = rows(path);
        loadShop();
        String loaded = rows(path);
        warehouse.drop("customers.csv", "customer_id,name,city", "C1,Ann Lee,Oslo", "C9,Zoe,Oslo");
        warehouse.drop(
                "sales.csv", "sale_id,order_id,customer_id,product_id,order_date,quantity", "S1,O1,C1,P1,2025-01-05,7");
        warehouse.run();

        assertThat(new String[] {empty, loaded, rows(path)}).doesNotHaveDuplicates();
    }

    @Test
    void showWhatAReleasedSaleAndAReloadHaveChanged() {
        loadShop();
        String before = rows("/api/metrics/top-cities");

        warehouse.drop("late.csv", "customer_id,city", "C9,Oslo");
        warehouse.run();
        String released = rows("/api/metrics/top-cities");
        assertThat(released).isNotEqualTo(before).contains("Oslo");

        warehouse.update("UPDATE fact_sales SET revenue = 0");
        assertThat(warehouse.reload().status()).isEqualTo("succeeded");
        assertThat(rows("/api/metrics/top-cities")).isEqualTo(released);
    }

    @Test
    void showThatAReloadHasFoundNoFileAnyMore() throws IOException {
        loadShop();
        assertThat(rows("/api/metrics/top-cities")).contains("Paris");
        FileSystemUtils.deleteRecursively(warehouse.archived(warehouse.today("")));

        assertThat(warehouse.reloadWithoutDamaged().status()).isEqualTo("succeeded");

        assertThat(rows("/api/metrics/top-cities")).isEqualTo("[]");
    }

    @Test
    void areNotUsedForANewDatabaseWithTheSameNumbersOfFiles() {
        loadFromTheFirstNumberOn("C1,Paris");
        assertThat(rows("/api/metrics/customer-distribution")).contains("Paris");

        loadFromTheFirstNumberOn("C1,Lyon");

        assertThat(rows("/api/metrics/customer-distribution")).contains("Lyon");
    }

    @Test
    void areNotComputedAgainWhileTheWarehouseDoesNotChange() {
        loadShop();
        rows("/api/metrics/top-cities");
        long before = computed();

        warehouse.drop("notes.csv", "this,is,something");
        warehouse.run();

        rows("/api/metrics/top-cities");
        rows("/api/metrics/top-cities?from=&city=");
        assertThat(computed()).isEqualTo(before);
        rows("/api/metrics/top-cities?city=Paris");
        assertThat(computed()).isEqualTo(before + 1);
    }

    @Test
    void areComputedOnceForManyClientsAtOnceAndTakeOneConnection() throws Exception {
        loadShop();
        long before = computed();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<CompletableFuture<Answer>> clients = new ArrayList<>();

        try (Connection writer = warehouse.connection();
                Statement statement = writer.createStatement()) {
            statement.execute("LOCK TABLES " + lockedTables().collect(Collectors.joining(" WRITE, ", "", " WRITE")));
            try {
                for (int client = 0; client < CLIENTS; client++) {
                    clients.add(CompletableFuture.supplyAsync(() -> api.get("/api/metrics/top-cities"), threads));
                }
                await().until(() -> camel.getInflightRepository().size(MetricRoutes.SERVE_METRIC) > 10
                        && pool.getHikariPoolMXBean().getActiveConnections() == 2);
                assertThat(computed()).isEqualTo(before);
            } finally {
                statement.execute("UNLOCK TABLES");
            }
        }

        for (CompletableFuture<Answer> client : clients) {
            assertThat(client.get().status()).isEqualTo(200);
            assertThat(client.get().text()).isEqualTo(clients.get(0).get().text());
        }
        assertThat(computed()).isEqualTo(before + 1);
        threads.shutdown();
    }

    /** All tables except the ledger, the dismissals, the forgotten customers and the currency, which every request reads for the version. */
    private Stream<String> lockedTables() {
        return warehouse.query("""
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = DATABASE() AND table_name NOT LIKE 'etl%'
                      AND table_name NOT IN ('dismissal', 'forgotten_customer', 'warehouse_currency')""").stream();
    }

    private void loadFromTheFirstNumberOn(String customer) {
        warehouse.emptyTables();
        warehouse.update("ALTER TABLE etl_file AUTO_INCREMENT = 1");
        warehouse.drop("customers.csv", "customer_id,city", customer);
        warehouse.run();
        assertThat(warehouse.entry("customers.csv").id()).isEqualTo(1);
    }

    private String rows(String path) {
        return api.get(path).json().path("rows").toString();
    }

    /** How many answers the database has computed so far. */
    private long computed() {
        return camel.getCamelContextExtension()
                .getContextPlugin(ManagedCamelContext.class)
                .getManagedRoute(ComputeMetricRoutes.COMPUTE_METRIC)
                .getExchangesCompleted();
    }
}
