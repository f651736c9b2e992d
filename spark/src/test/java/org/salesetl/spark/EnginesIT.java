package org.salesetl.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cluster makes of a file is what the service makes of it alone. */
class EnginesIT {

    private static final int ROWS = Integer.getInteger("spark.rows");
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final List<String> METRICS = List.of(
            "average-order-value",
            "best-selling-products",
            "category-revenue",
            "customer-distribution",
            "monthly-revenue",
            "orders-per-weekday",
            "price-vs-quantity",
            "quantity-per-category",
            "top-cities",
            "top-customers");

    /** It stays, for whoever has to read the logs. */
    private final Path folder = Path.of("target/engines").toAbsolutePath();

    @BeforeEach
    void empty() throws IOException {
        FileUtils.deleteDirectory(folder.toFile());
        Files.createDirectories(folder);
    }

    @Test
    void loadsAFileOnAClusterAsAlone() throws Exception {
        Path sales = DirtySales.sales(folder.resolve("sales.csv"), ROWS, 11);
        List<Path> dimensions = List.of(
                DirtySales.customers(folder.resolve("customers.csv")),
                DirtySales.products(folder.resolve("products.csv")));
        List<JsonNode> alone;
        try (Service service = Service.start(Files.createDirectory(folder.resolve("alone")))) {
            alone = load(service, dimensions, sales);
        }
        try (Cluster cluster = Cluster.start(folder.resolve("cluster"), 2);
                Service service =
                        Service.start(Files.createDirectory(folder.resolve("with-cluster")), engine(cluster))) {
            List<JsonNode> together = load(service, dimensions, sales);

            assertThat(service.log()).contains("sales.csv goes to the cluster").doesNotContain("WARN");
            assertThat(together).hasSameSizeAs(alone);
            for (int i = 0; i < alone.size(); i++) {
                assertThat(together.get(i)).isEqualTo(alone.get(i));
            }
        }
    }

    private static String[] engine(Cluster cluster) {
        return new String[] {
            "--sales-etl.engine=spark",
            "--sales-etl.spark.master=" + cluster.master(),
            "--sales-etl.spark.home=" + Cluster.home(),
            "--sales-etl.spark.job=" + Path.of("target/sales-etl-spark.jar").toAbsolutePath(),
            "--sales-etl.spark.range=4MB",
            "--sales-etl.spark.conf.[spark.driver.host]=127.0.0.1",
            "--sales-etl.spark.conf.[spark.executor.memory]=1g"
        };
    }

    /** Everything that the service says of the file afterwards. */
    private static List<JsonNode> load(Service service, List<Path> dimensions, Path sales) throws Exception {
        for (Path file : dimensions) {
            service.drop(file);
            service.outcome(file.getFileName().toString(), LIMIT);
        }
        service.drop(sales);
        List<JsonNode> answers = new ArrayList<>();
        JsonNode outcome = service.outcome("sales.csv", LIMIT);
        assertThat(outcome.get("status").asText()).as("%s", outcome).isEqualTo("loaded");
        answers.add(outcome);
        for (String metric : METRICS) {
            answers.add(service.get("/api/metrics/" + metric).get("rows"));
        }
        for (String status : List.of("rejected", "parked")) {
            for (int offset = 0, total = 1; offset < total; offset += 500) {
                JsonNode page = service.get("/api/quarantine?status=" + status + "&limit=500&offset=" + offset);
                total = page.get("total").asInt();
                for (JsonNode row : page.get("rows")) {
                    answers.add(((ObjectNode) row).without(List.of("id", "file", "since")));
                }
            }
        }
        return answers;
    }
}
