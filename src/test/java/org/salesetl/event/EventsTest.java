package org.salesetl.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.camel.CamelContext;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salesetl.TestFolder;
import org.salesetl.database.Schema;
import org.salesetl.ledger.RunLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.util.FileSystemUtils;

/** Events from a real broker, in this process, load exactly once. */
@EmbeddedKafka(
        kraft = true,
        partitions = 2,
        topics = {"sales", "lines"})
@DirtiesContext
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "sales-etl.inbox=${tests.folder:target}/events-test/inbox",
            "sales-etl.archive=${tests.folder:target}/events-test/archive",
            "sales-etl.data=${tests.folder:target}/events-test/data",
            "sales-etl.watch=200ms",
            "sales-etl.settle=100ms",
            "sales-etl.schedule=",
            "sales-etl.sample.on-empty=false",
            "sales-etl.admin-password=only-for-tests",
            "sales-etl.kafka.brokers=${spring.embedded.kafka.brokers}",
            "sales-etl.kafka.topics.sales.format=json",
            "sales-etl.kafka.topics.sales.columns=sale_id,order_id,customer.id,product_id,order_date,quantity,price",
            "sales-etl.kafka.topics.lines.format=csv",
            "sales-etl.kafka.topics.lines.columns=sale_id,order_id,customer_id,product_id,order_date,quantity,price",
            "spring.flyway.clean-disabled=false",
            "management.prometheus.metrics.export.enabled=true",
        })
@Import(EventsTest.FreshStart.class)
class EventsTest {

    private static final Path FOLDER = TestFolder.of("events-test");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static @Nullable KafkaProducer<byte[], byte[]> producer;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private RunLock lock;

    @Autowired
    private CamelContext camel;

    @TestConfiguration(proxyBeanMethods = false)
    static class FreshStart {

        @Bean
        static BeanFactoryPostProcessor emptyFolders() {
            return factory -> List.of("inbox", "archive", "data/events").forEach(EventsTest::delete);
        }

        @Bean
        @Primary
        static FlywayMigrationStrategy freshSchema() {
            return (Flyway flyway) -> {
                flyway.clean();
                new Schema().migrate(flyway);
            };
        }
    }

    @BeforeAll
    static void connect(@Autowired EmbeddedKafkaBroker broker) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void disconnect() {
        if (producer != null) {
            producer.close();
        }
        producer = null;
    }

    @BeforeEach
    void loadDimensions() throws IOException {
        Files.writeString(FOLDER.resolve("inbox/customers.csv"), "customer_id,city\nC1,Köln\n");
        Files.writeString(FOLDER.resolve("inbox/products.csv"), "product_id,price\nP1,2.50\n");
        eventually(() -> assertThat(number("SELECT COUNT(*) FROM dim_product")).isEqualTo(1));
        jdbc.update("DELETE FROM fact_sales");
    }

    @Test
    void loadsAnEventWithinTwoSeconds() throws Exception {
        send("sales", 0, sale("W1", 1));
        eventually(() -> assertThat(sales("W1")).containsExactly("1"));
        long begin = System.nanoTime();

        send("sales", 0, sale("W2", 3));

        await().pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sales("W2")).containsExactly("3"));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        assertThat(archived()).anyMatch(name -> name.matches(".*/sales-0-\\d{15}\\.jsonl\\.gz"));
    }

    @Test
    void keepsEachEventInARowAndCorrectsItByItsKey() throws Exception {
        send("lines", 1, "L1,O1,C1,P1,2025-01-31,2,");
        send("lines", 1, "L1,O1,C1,P1,2025-01-31,5,");
        send("lines", 1, "L2,O1,C1,P1,2025-01-31,1,");
        send("lines", 1, "L1,O1,C1,P1,2025-01-31,2,");

        eventually(() -> assertThat(sales("L2")).containsExactly("1"));
        eventually(() -> assertThat(sales("L1")).containsExactly("2"));
    }

    @Test
    void rejectsWhatIsNoEventAndGoesOn() throws Exception {
        send("sales", 1, "{oops");
        eventually(() -> assertThat(faults("{oops")).anyMatch(fault -> fault.contains("one JSON object")));
        send("sales", 1, null);
        send("sales", 1, sale("P1", 0));
        send("sales", 1, sale("P2", 4));
        send("lines", 1, "\"open,O1,C1");
        send("lines", 1, "P3,O1,C1,P1,2025-01-31,1,");

        eventually(() -> assertThat(sales("P2")).containsExactly("4"));
        eventually(() -> assertThat(sales("P3")).containsExactly("1"));
        assertThat(number("SELECT COUNT(*) FROM quarantine WHERE raw LIKE 'P1,%'"))
                .isEqualTo(1);
        assertThat(number("SELECT COUNT(*) FROM quarantine WHERE raw LIKE '%open%'"))
                .isEqualTo(1);
    }

    @Test
    void readsWhereTheLedgerStandsWhateverTheBrokerSays() throws Exception {
        send("sales", 0, sale("X1", 1));
        eventually(() -> assertThat(sales("X1")).containsExactly("1"));
        awaitEnd();
        camel.getRouteController().stopRoute(EventRoutes.READ_EVENTS);
        send("sales", 0, sale("X2", 1));
        long files = number("SELECT COUNT(*) FROM event_batch");
        // as if the last commit had not happened: the ledger is behind the offsets of the broker
        jdbc.update(
                "DELETE FROM event_batch WHERE topic = 'sales' AND partition_id = 0 ORDER BY from_offset DESC LIMIT 1");
        jdbc.update("DELETE FROM fact_sales WHERE sale_id = 'X1'");

        camel.getRouteController().startRoute(EventRoutes.READ_EVENTS);

        eventually(() -> assertThat(sales("X1")).containsExactly("1"));
        eventually(() -> assertThat(sales("X2")).containsExactly("1"));
        assertThat(number("SELECT COUNT(*) FROM event_batch")).isGreaterThanOrEqualTo(files);
        assertThat(number("""
                SELECT COUNT(*) FROM event_batch a JOIN event_batch b
                  ON a.topic = b.topic AND a.partition_id = b.partition_id
                    AND a.from_offset < b.from_offset AND a.to_offset > b.from_offset""")).isZero();
    }

    private static String sale(String id, int quantity) {
        return "{\"sale_id\":\"" + id + "\",\"order_id\":\"O1\",\"customer\":{\"id\":\"C1\"},\"product_id\":\"P1\","
                + "\"order_date\":\"2025-01-31\",\"quantity\":" + quantity + "}";
    }

    private static void send(String topic, int partition, @Nullable String value) throws Exception {
        Future<RecordMetadata> sent = java.util.Objects.requireNonNull(producer)
                .send(new ProducerRecord<>(topic, partition, null, value == null ? null : value.getBytes(UTF_8)));
        sent.get();
    }

    private List<String> sales(String id) {
        return jdbc.queryForList("SELECT quantity FROM fact_sales WHERE sale_id = ?", BigDecimal.class, id).stream()
                .map(quantity -> quantity.stripTrailingZeros().toPlainString())
                .toList();
    }

    private List<String> faults(String raw) {
        return jdbc.queryForList("SELECT faults FROM quarantine WHERE raw = ?", String.class, raw);
    }

    private long number(String sql) {
        Long number = jdbc.queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }

    private void awaitEnd() {
        await().atMost(PATIENCE).until(lock::isFree);
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable assertion) {
        await().pollInterval(Duration.ofMillis(50)).atMost(PATIENCE).untilAsserted(assertion);
    }

    private static List<String> archived() throws IOException {
        List<String> names = new ArrayList<>();
        try (var files = Files.walk(FOLDER.resolve("archive"))) {
            files.map(Path::toString).forEach(names::add);
        }
        return names;
    }

    private static void delete(String folder) {
        try {
            FileSystemUtils.deleteRecursively(FOLDER.resolve(folder));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
