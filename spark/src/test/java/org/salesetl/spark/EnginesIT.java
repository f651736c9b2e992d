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
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cluster makes of a file is what the service makes of it alone. */
class EnginesIT {

    private static final int ROWS = Integer.getInteger("spark.rows");
    private static final Duration LIMIT = Duration.ofMinutes(10);

    static final List<String> METRICS = List.of(
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
    void loadsFilesOnAClusterAsAlone() throws Exception {
        Path customers = DirtySales.customers(folder.resolve("customers.csv"));
        Path products = DirtySales.products(folder.resolve("products.csv"));
        Path large = DirtySales.sales(folder.resolve("large.csv"), ROWS, 11);
        Path second = DirtySales.compressed(DirtySales.sales(folder.resolve("second.csv"), ROWS / 10, 12));
        Path third = DirtySales.inWindows1252(DirtySales.sales(folder.resolve("third.csv"), ROWS / 10, 13));
        Path fourth = DirtySales.sales(folder.resolve("fourth.csv"), ROWS / 10, 14);
        Path fifth = DirtySales.sales(folder.resolve("fifth.csv"), ROWS / 100, 15);
        Path orders = DirtySales.orders(folder.resolve("orders.csv"), ROWS / 10, 17);
        Path receipts = DirtySales.receipts(folder.resolve("receipts.csv"), ROWS / 5, 18);
        List<JsonNode> alone = new ArrayList<>();
        try (Service service = Service.start(folderOfService("alone"))) {
            for (Path file : List.of(customers, products, large, orders)) {
                alone.addAll(load(service, file, () -> {}));
            }
            alone.addAll(reload(service));
            for (Path file : List.of(second, third, fourth)) {
                alone.addAll(load(service, file, () -> {}));
            }
            alone.addAll(load(service, receipts, () -> service.answerAsSuggested("receipts.csv")));
            alone.addAll(load(service, fifth, () -> {}));
            alone.addAll(quarantine(service));
        }
        List<JsonNode> together = new ArrayList<>();
        try (Database database = Database.start(folder.resolve("alone/data"));
                Cluster cluster = Cluster.start(folder.resolve("cluster"), 2);
                Hdfs hdfs = Hdfs.start(folder.resolve("hdfs"))) {
            String exchange = hdfs.folder("my exchange");
            try (FileSystem files = hdfs.files()) {
                files.mkdirs(new org.apache.hadoop.fs.Path(exchange, "sales-etl-1000000-left"));
                files.mkdirs(new org.apache.hadoop.fs.Path(exchange, "of somebody else"));
            }
            // the cluster reaches the folders of the service
            try (Service service = Service.start(
                    folderOfService("with-cluster"),
                    cluster.optionsOfService(database, "--sales-etl.spark.range=1MB"))) {
                for (Path file : List.of(customers, products)) {
                    together.addAll(load(service, file, () -> {}));
                }
                together.addAll(load(service, large, service::awaitProgressOfCluster));
                assertThat(service.log())
                        .contains("large.csv goes to the cluster")
                        .doesNotContain("WARN");
            }
            // from now on, it does not
            Files.move(folder.resolve("with-cluster/service.log"), folder.resolve("with-cluster/first.log"));
            try (Service service = Service.start(
                    folderOfService("with-cluster"),
                    cluster.optionsOfService(
                            database, "--sales-etl.spark.range=1MB", "--sales-etl.spark.folder=" + exchange))) {
                together.addAll(load(service, orders, service::awaitProgressOfCluster));
                assertThat(service.log())
                        .contains("orders.csv goes to the cluster")
                        .doesNotContain("WARN");
                assertThat(left(hdfs)).containsExactly("of somebody else");
                // now, after few files: a reload sends each of them to the cluster again, for a quarter of a minute
                // each
                together.addAll(reload(service));
                assertThat(service.log()).containsOnlyOnce("large.csv goes to the cluster");
                assertThat(service.hasVerdicts()).isFalse();

                together.addAll(load(service, second, () -> {
                    service.awaitVerdicts();
                    cluster.killWorker(0);
                }));
                assertThat(service.log())
                        .contains("second.csv.gz goes to the cluster")
                        .doesNotContain("WARN");

                cluster.startWorker();
                together.addAll(load(service, third, service::killDriver));
                assertThat(service.log()).contains("ended with code").doesNotContain("has judged nothing");
                assertThat(left(hdfs))
                        .as("what the driver that was killed has left")
                        .hasSizeLessThan(3);

                together.addAll(load(service, fourth, () -> {
                    service.awaitVerdicts();
                    database.kill();
                    database.startAgain();
                    service.awaitLog("The cluster has judged fourth.csv");
                    database.kill();
                    service.awaitLog("waits for the database");
                    database.startAgain();
                }));
                // the cluster does its work once, although the load is tried twice
                assertThat(service.log()).containsOnlyOnce("fourth.csv goes to the cluster");
                assertThat(service.hasVerdicts()).isFalse();

                together.addAll(load(service, receipts, () -> service.answerAsSuggested("receipts.csv")));
                assertThat(service.log()).contains("receipts.csv goes to the cluster");

                cluster.refuse();
                together.addAll(load(service, fifth, () -> {}));
                assertThat(service.log()).contains("has judged nothing of fifth.csv, so this process reads the file");
                together.addAll(quarantine(service));

                cluster.accept();
                service.cancel(DirtySales.sales(folder.resolve("cancelled.csv"), ROWS / 10, 16));
            }
            assertThat(left(hdfs)).hasSizeLessThan(4);
        }
        assertThat(together).hasSameSizeAs(alone);
        for (int i = 0; i < alone.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i));
        }
    }

    /** What is left in the folder in which the service and the cluster exchange files. */
    private static List<String> left(Hdfs hdfs) throws IOException {
        try (FileSystem files = hdfs.files()) {
            return Stream.of(files.listStatus(new org.apache.hadoop.fs.Path("/my exchange")))
                    .map(file -> file.getPath().getName())
                    .toList();
        }
    }

    /** An empty folder with the mapping of {@link DirtySales#orders}. */
    private Path folderOfService(String name) throws IOException {
        Path mappings = Files.createDirectories(folder.resolve(name).resolve("mappings"));
        Files.writeString(mappings.resolve("shop.yaml"), DirtySales.MAPPING_OF_ORDERS);
        return folder.resolve(name);
    }

    /** What the service says of a file and of the warehouse after the load of the file. */
    private static List<JsonNode> load(Service service, Path file, Meanwhile meanwhile) throws Exception {
        String name = String.valueOf(file.getFileName());
        service.drop(file);
        meanwhile.happen();
        List<JsonNode> answers = new ArrayList<>();
        JsonNode outcome = service.outcome(name, LIMIT);
        assertThat(outcome.get("status").asText()).as("%s", outcome).isEqualTo("loaded");
        answers.add(outcome);
        for (String metric : METRICS) {
            answers.add(service.get("/api/metrics/" + metric).get("rows"));
        }
        return answers;
    }

    /** What the service says of the warehouse after it has loaded all files once more. */
    private static List<JsonNode> reload(Service service) throws Exception {
        service.reload(LIMIT);
        List<JsonNode> answers = new ArrayList<>(quarantine(service));
        for (String metric : METRICS) {
            answers.add(service.get("/api/metrics/" + metric).get("rows"));
        }
        return answers;
    }

    private static List<JsonNode> quarantine(Service service) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        for (String status : List.of("rejected", "parked")) {
            for (int offset = 0, total = 1; offset < total; offset += 500) {
                JsonNode page = service.get("/api/quarantine?status=" + status + "&limit=500&offset=" + offset);
                total = page.get("total").asInt();
                for (JsonNode row : page.get("rows")) {
                    rows.add(((ObjectNode) row).without(List.of("id", "since")));
                }
            }
        }
        assertThat(rows).hasSizeGreaterThan(ROWS / 50);
        return rows;
    }

    /** What happens while a file loads. */
    @FunctionalInterface
    private interface Meanwhile {

        void happen() throws Exception;
    }
}
