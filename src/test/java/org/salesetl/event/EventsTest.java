package org.salesetl.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salesetl.FreshSchema;
import org.salesetl.TestFolder;
import org.salesetl.ledger.RunLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.util.FileSystemUtils;

/** Events from a real broker, in this process, load exactly once. */
@EmbeddedKafka(
        kraft = true,
        partitions = 2,
        topics = {"sales", "lines", "orders", "strange", EventsTest.CHANGES, "rejected", "events"})
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
            "sales-etl.kafka.topics.sales.dead-letter-topic=rejected",
            "sales-etl.kafka.events-topic=events",
            "sales-etl.kafka.topics.lines.format=csv",
            "sales-etl.kafka.topics.lines.columns=sale_id,order_id,customer_id,product_id,order_date,quantity,price",
            "sales-etl.kafka.topics.orders.rows=line_items",
            "sales-etl.kafka.topics.orders.dead-letter-topic=rejected",
            "sales-etl.kafka.topics.orders.mapping=Web shop",
            "sales-etl.kafka.topics.orders.columns=number,placed,customer.id,line_items[].id,line_items[].sku,line_items[].quantity,line_items[].price",
            "sales-etl.kafka.topics.strange.columns=sale_id,order_id,customer_id,product_id,order_date,quantity",
            "sales-etl.kafka.topics.strange.mapping=None such",
            "sales-etl.mappings=${tests.folder:target}/events-test/mappings",
            "sales-etl.kafka.topics.[shop.shop.order_lines].mapping=Database of the shop",
            "sales-etl.kafka.topics.[shop.shop.order_lines].columns=op,before.id,after.id,after.order_no,after.buyer,after.sku,after.sold_on,after.pieces,after.price",
            "sales-etl.metrics-token=only-for-tests-too",
            "spring.flyway.clean-disabled=false",
            "management.prometheus.metrics.export.enabled=true",
        })
@Import({EventsTest.EmptyFolders.class, FreshSchema.class})
class EventsTest {

    static final String CHANGES = "shop.shop.order_lines";

    private static final Path FOLDER = TestFolder.of("events-test");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static @Nullable KafkaProducer<byte[], byte[]> producer;

    @LocalServerPort
    private int port;

    @Autowired
    private EmbeddedKafkaBroker broker;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private RunLock lock;

    @Autowired
    private CamelContext camel;

    @Autowired
    private Readings readings;

    @TestConfiguration(proxyBeanMethods = false)
    static class EmptyFolders {

        @Bean
        static BeanFactoryPostProcessor emptyFolders() {
            return factory -> {
                List.of("inbox", "archive", "data/events").forEach(EventsTest::delete);
                writeMapping();
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
        Files.writeString(FOLDER.resolve("inbox/customers.csv"), "customer_id,city\nC1,Köln\nann@example.org,Köln\n");
        Files.writeString(FOLDER.resolve("inbox/products.csv"), "product_id,price\nP1,2.50\nMUG-1,12.50\n");
        eventually(() -> assertThat(number("SELECT COUNT(*) FROM dim_product")).isEqualTo(2));
        jdbc.update("DELETE FROM fact_sales");
    }

    /** The fastest of a few events counts, since other tests may keep the machine busy. */
    @Test
    void loadsAnEventWithinTwoSeconds() throws Exception {
        Duration fastest = PATIENCE;
        for (int i = 1; i <= 5 && fastest.compareTo(Duration.ofSeconds(2)) > 0; i++) {
            String sale = "W" + i;
            long begin = System.nanoTime();

            send("sales", 0, sale(sale, 3));

            await().pollInterval(Duration.ofMillis(20))
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(sales(sale)).containsExactly("3"));
            fastest = Collections.min(List.of(fastest, Duration.ofNanos(System.nanoTime() - begin)));
        }
        assertThat(fastest).isLessThan(Duration.ofSeconds(2));
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

        // and those of the broker are wrong
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString()))) {
            admin.alterConsumerGroupOffsets(
                            "sales-etl", Map.of(new TopicPartition("sales", 0), new OffsetAndMetadata(0)))
                    .all()
                    .get();
        }

        camel.getRouteController().startRoute(EventRoutes.READ_EVENTS);

        eventually(() -> assertThat(sales("X1")).containsExactly("1"));
        eventually(() -> assertThat(sales("X2")).containsExactly("1"));
        assertThat(number("SELECT COUNT(*) FROM event_batch")).isGreaterThanOrEqualTo(files);
        assertThat(number("""
                SELECT COUNT(*) FROM event_batch a JOIN event_batch b
                  ON a.topic = b.topic AND a.partition_id = b.partition_id
                    AND a.from_offset < b.from_offset AND a.to_offset > b.from_offset""")).isZero();
    }

    @Test
    void sendsRejectedEventsToTheirTopicWithTheReason() throws Exception {
        send("sales", 0, "{\"sale_id\": dead");
        send("sales", 0, sale("D1", 0));

        List<ConsumerRecord<String, String>> letters = received(
                "rejected",
                2,
                letter -> letter.value().contains("dead") || letter.value().contains("D1"));

        assertThat(letters).extracting(ConsumerRecord::value).containsExactly("{\"sale_id\": dead", sale("D1", 0));
        assertThat(header(letters.get(0), "reason")).isEqualTo("column_count");
        assertThat(header(letters.get(0), "message")).contains("expected one JSON object");
        assertThat(header(letters.get(1), "reason")).isEqualTo("quantity_not_positive");
        assertThat(header(letters.get(1), "topic")).isEqualTo("sales");
    }

    @Test
    void makesARowOfEachLineOfAnOrder() throws Exception {
        send("orders", 0, order("70", line("70-1", 2) + "," + line("70-2", 0) + "," + line("70-3", 1)));
        eventually(() -> assertThat(sales("70-1")).containsExactly("2"));
        eventually(() -> assertThat(sales("70-3")).containsExactly("1"));
        assertThat(sales("70-2")).isEmpty();
        List<ConsumerRecord<String, String>> letters =
                received("rejected", 1, letter -> letter.value().contains("70-2"));
        assertThat(letters.get(0).value())
                .isEqualTo(order("70", "").replace("line_items\":[]", "line_items[]\":" + line("70-2", 0)));
        assertThat(header(letters.get(0), "reason")).isEqualTo("quantity_not_positive");
        assertThat(header(letters.get(0), "line")).isEqualTo("2");

        send("orders", 0, order("71", ""));
        send("orders", 0, order("70", line("70-1", 5)));
        eventually(() -> assertThat(sales("70-1")).containsExactly("5"));
        assertThat(jdbc.queryForList(
                        "SELECT CONCAT_WS(' ', sale_id, order_id, date_key, unit_price) FROM fact_sales WHERE order_id LIKE '7_'"
                                + " ORDER BY sale_id",
                        String.class))
                .containsExactly("70-1 70 20250131 12.5000", "70-3 70 20250131 12.5000");
        assertThat(number("SELECT COUNT(*) FROM quarantine WHERE raw LIKE '71,%'"))
                .isEqualTo(1);
        assertThat(
                        number(
                                "SELECT COALESCE(SUM(to_offset - from_offset), 0) FROM event_batch WHERE topic = 'orders' AND partition_id = 0"))
                .isEqualTo(3);
    }

    private static String order(String number, String lines) {
        return "{\"number\":\"" + number + "\",\"placed\":\"2025-01-31T10:00:00Z\",\"customer\":{\"id\":\"C1\"},"
                + "\"line_items\":[" + lines + "]}";
    }

    private static String line(String id, int quantity) {
        return "{\"id\":\"" + id + "\",\"sku\":\"MUG-1\",\"quantity\":" + quantity + ",\"price\":12.50}";
    }

    @Test
    void tellsHowFilesEnded() throws Exception {
        Files.writeString(FOLDER.resolve("inbox/none.csv"), "nothing\nis here\n");
        eventually(() -> assertThat(number("SELECT COUNT(*) FROM etl_file WHERE name = 'none.csv'"))
                .isEqualTo(1));
        send("sales", 0, sale("T1", 2));

        List<JsonNode> events = new ArrayList<>();
        AtomicBoolean begun = new AtomicBoolean();
        for (ConsumerRecord<String, String> event : received("events", 2, told -> {
            begun.compareAndSet(false, told.value().contains("none.csv"));
            return begun.get();
        })) {
            events.add(new ObjectMapper().readTree(event.value()));
        }

        assertThat(events.get(0).path("type").asText()).isEqualTo("file.refused");
        assertThat(events.get(1).path("type").asText()).isEqualTo("sale.loaded");
        assertThat(events.get(1).path("data").path("rows_read").asInt()).isEqualTo(1);
        assertThat(events.get(1).path("data").path("first_day").asText()).isEqualTo("2025-01-31");
        assertThat(events.get(1).path("data").path("topic").asText()).isEqualTo("sales");
        eventually(() -> assertThat(number("SELECT COUNT(*) FROM outbox")).isZero());
    }

    @Test
    void tellsThatTheMappingOfATopicIsMissingAndReadsItsEventsByTheirColumns() throws Exception {
        send(
                "strange",
                0,
                "{\"sale_id\":\"N1\",\"order_id\":\"O1\",\"customer_id\":\"C1\",\"product_id\":\"P1\","
                        + "\"order_date\":\"2025-01-31\",\"quantity\":4}");

        eventually(() -> assertThat(sales("N1")).containsExactly("4"));
        assertThat(readings.problems())
                .singleElement()
                .asString()
                .startsWith("strange: expected a mapping named \"None such\" but there is none");
        readings.mapped("strange");
    }

    @Test
    void showsHowFarTopicsAreLoaded() throws Exception {
        send("lines", 0, "M1,O1,C1,P1,2025-01-31,2,");

        eventually(() -> assertThat(metrics())
                .contains("sales_etl_kafka_up 1.0")
                .contains("sales_etl_kafka_lag{topic=\"lines\"} 0.0")
                .contains("sales_etl_kafka_rate{topic=\"lines\"}")
                .containsPattern("sales_etl_kafka_newest_timestamp_seconds\\{topic=\"lines\"} [1-9]")
                .containsPattern("sales_etl_kafka_loaded\\{topic=\"lines\"} [1-9]"));
        assertThat(get("/etl", null).body()).contains("Events from Kafka", "lines");
        assertThat(get("/actuator/health", null).body()).contains("UP");
    }

    /** What Debezium told of a table of MySQL: a row that was there, a new one, a changed one, a deleted one, and its tombstone. */
    @Test
    void followsTheChangesOfAnotherDatabase() throws Exception {
        List<String> changes = Files.readAllLines(Path.of("src/test/resources/events/debezium-mysql-3.4.jsonl"));
        send(CHANGES, 0, changes.get(0));
        send(CHANGES, 0, changes.get(1));
        eventually(() -> assertThat(sales("71")).containsExactly("2"));
        eventually(() -> assertThat(sales("72")).containsExactly("1"));

        send(CHANGES, 0, changes.get(2));
        send(CHANGES, 0, changes.get(3));
        send(CHANGES, 0, null);

        eventually(() -> assertThat(sales("71")).containsExactly("5"));
        eventually(() -> assertThat(sales("72")).isEmpty());
        assertThat(jdbc.queryForList(
                        "SELECT CONCAT_WS(' ', order_id, date_key, unit_price) FROM fact_sales WHERE sale_id = '71'",
                        String.class))
                .containsExactly("1001 20250131 12.5000");
        assertThat(number(
                        "SELECT COALESCE(SUM(withdrawn), 0) FROM etl_file WHERE mapping_name = 'Database of the shop'"))
                .isEqualTo(1);
        assertThat(number("SELECT COUNT(*) FROM etl_file WHERE mapping_name = 'Database of the shop'"
                        + " AND rejected + parked > 0"))
                .isZero();
    }

    @Test
    void keepsNoSaleThatWasDeletedInTheBatchOfItsInsertion() throws Exception {
        List<String> changes = Files.readAllLines(Path.of("src/test/resources/events/debezium-mysql-3.4.jsonl"));
        for (int change : List.of(1, 3, 0, 2)) {
            send(CHANGES, 1, changes.get(change));
        }

        eventually(() -> assertThat(sales("71")).containsExactly("5"));
        assertThat(sales("72")).isEmpty();
    }

    /** The mapping of docs/kafka.md. */
    private static void writeMapping() {
        try {
            String document = Files.readString(Path.of("docs/kafka.md"));
            Path mappings = Files.createDirectories(FOLDER.resolve("mappings"));
            for (String name : List.of("shop.yaml", "web-shop.yaml")) {
                int begin = document.indexOf("# mappings/" + name);
                Files.writeString(mappings.resolve(name), document.substring(begin, document.indexOf("```", begin)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String metrics() throws Exception {
        return get("/actuator/prometheus", "only-for-tests-too").body();
    }

    private HttpResponse<String> get(String path, @Nullable String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The first events of a topic that are wanted, from its beginning. */
    private List<ConsumerRecord<String, String>> received(
            String topic, int count, Predicate<ConsumerRecord<String, String>> wanted) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.getBrokersAsString(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        topic + "-readers",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(event -> {
                    if (wanted.test(event)) {
                        found.add(event);
                    }
                });
                return found.size() >= count;
            });
        }
        return found;
    }

    private static String header(ConsumerRecord<String, String> event, String name) {
        return new String(event.headers().lastHeader(name).value(), UTF_8);
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
            throw new UncheckedIOException(e);
        }
    }
}
