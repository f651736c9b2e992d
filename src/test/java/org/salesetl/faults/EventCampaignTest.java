package org.salesetl.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.TestFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Many events over four partitions: {@code faults.events} says how many. Every hundredth comes twice, and every thousandth is corrected
 * later.
 */
@Tag("campaign")
class EventCampaignTest {

    private static final Logger log = LoggerFactory.getLogger(EventCampaignTest.class);
    private static final Path HOME = TestFolder.of("event-campaign").toAbsolutePath();
    private static final int EVENTS = Integer.getInteger("faults.events", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("faults.rounds", 10);
    private static final int PARTITIONS = 4;

    /** About so long a round takes; events come until the last one. */
    private static final int SECONDS_OF_ROUND = 15;

    private static final int PACE = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Random random = new Random(Long.getLong("faults.seed", 1));
    private final List<ServiceProcess> services = new ArrayList<>();
    private @Nullable DatabaseProcess database;
    private @Nullable BrokerProcess broker;

    @AfterEach
    void closeAll() throws InterruptedException {
        for (ServiceProcess service : services) {
            service.close();
        }
        if (broker != null) {
            broker.kill();
        }
        if (database != null) {
            database.close();
        }
    }

    /** Both instances, the broker and the database are killed while events come and load. */
    @Test
    void losesAndDoublesNothing() throws Exception {
        BrokerProcess kafka = prepare("disturbed");
        DatabaseProcess server = requireDatabase();
        ServiceProcess one = service("disturbed", "one");
        ServiceProcess two = service("disturbed", "two");
        kafka.kill();
        one.start();
        dropShop(one, server);
        assertThat(one.get("/actuator/health/readiness").statusCode())
                .as("ready without the broker")
                .isEqualTo(200);
        kafka.start();
        two.start();
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(kafka, true));

        for (int round = 1; round <= ROUNDS; round++) {
            Signals.pause(Duration.ofMillis(2_000 + random.nextInt(6_000)));
            ServiceProcess service = services.get(random.nextInt(services.size()));
            int fault = random.nextInt(5);
            log.info(
                    "Round {}: {}, with {} sales loaded",
                    round,
                    List.of("service killed", "service killed", "service stopped", "broker killed", "database killed")
                            .get(fault),
                    fault == 4 ? "some" : server.number("SELECT COUNT(*) FROM sales_etl.fact_sales"));
            if (fault <= 1) {
                service.kill();
                service.start();
            } else if (fault == 2) {
                service.stop();
                service.start();
            } else if (fault == 3) {
                kafka.kill();
                Signals.pause(Duration.ofMillis(random.nextInt(5_000)));
                kafka.start();
            } else {
                server.kill();
                Signals.pause(Duration.ofMillis(random.nextInt(5_000)));
                server.start();
            }
        }
        sending.get();
        awaitLoaded(server);

        assertThat(server.number("SELECT SUM(quantity) FROM sales_etl.fact_sales"))
                .isEqualTo(expectedQuantity());
        assertThat(server.number("SELECT SUM(sales) FROM sales_etl.rollup_day")).isEqualTo(EVENTS);
        assertThat(server.number("SELECT SUM(sales) FROM sales_etl.sales_pack")).isEqualTo(EVENTS);
        assertThat(server.number("SELECT SUM(event_count) FROM sales_etl.event_batch"))
                .isEqualTo(sentEvents());
        assertThat(server.number("SELECT SUM(to_offset - from_offset) FROM sales_etl.event_batch"))
                .isEqualTo(sentEvents());
        assertThat(server.number("""
                SELECT COUNT(*) FROM sales_etl.event_batch b
                WHERE from_offset > 0 AND NOT EXISTS (
                  SELECT 1 FROM sales_etl.event_batch before_it
                  WHERE before_it.topic = b.topic AND before_it.partition_id = b.partition_id
                    AND before_it.to_offset = b.from_offset)""")).isZero();
        assertThat(server.number("SELECT COUNT(*) FROM sales_etl.etl_file WHERE status <> 'loaded'"))
                .isZero();
        assertThat(server.number("SELECT COUNT(*) FROM sales_etl.quarantine")).isZero();
        await().atMost(PATIENCE)
                .until(() -> server.number("SELECT COUNT(*) FROM sales_etl.etl_file WHERE archived_as IS NULL") == 0);
        await().atMost(PATIENCE).until(() -> server.number("SELECT COUNT(*) FROM sales_etl.outbox") == 0);
        log.info("{} events in {} files", sentEvents(), server.number("SELECT COUNT(*) FROM sales_etl.event_batch"));
    }

    /** The same rows from the topic, where they wait, and as one file. */
    @Test
    void loadsNearlyAsFastAsAFile() throws Exception {
        BrokerProcess kafka = prepare("rate");
        DatabaseProcess server = requireDatabase();
        send(kafka, false);
        loadShop("rate", server);
        ServiceProcess events = service("rate", "events");
        events.start();
        Duration ofEvents = timeOfSales(server);
        events.stop();
        broker = null;
        kafka.kill();
        server.close();

        services.clear();
        FileSystemUtils.deleteRecursively(HOME.resolve("file"));
        DatabaseProcess other = DatabaseProcess.ofItsOwn(HOME.resolve("file"));
        database = other;
        loadShop("file", other);
        Path part = HOME.resolve("file/inbox/sales.jsonl.part");
        try (BufferedWriter writer = Files.newBufferedWriter(part)) {
            for (int i = 0; i < EVENTS; i++) {
                writer.write(sale(i, quantity(i)));
                writer.write('\n');
            }
        }
        Files.move(part, part.resolveSibling("sales.jsonl"));
        ServiceProcess files = new ServiceProcess(HOME.resolve("file"), "file", other);
        services.add(files);
        files.start();
        Duration ofFile = timeOfSales(other);

        double ratio = (double) ofFile.toMillis() / ofEvents.toMillis();
        log.info(
                "{} events in {} ms, as a file in {} ms: {} times the rate",
                EVENTS,
                ofEvents.toMillis(),
                ofFile.toMillis(),
                ratio);
        assertThat(ratio).isGreaterThan(0.7);
    }

    /** By a process of its own, so that the one that is measured has done nothing before. */
    private void loadShop(String home, DatabaseProcess server) throws Exception {
        ServiceProcess shop = new ServiceProcess(HOME.resolve(home), "shop", server);
        services.add(shop);
        shop.start();
        dropShop(shop, server);
        shop.stop();
    }

    private BrokerProcess prepare(String name) throws Exception {
        FileSystemUtils.deleteRecursively(HOME.resolve(name));
        database = DatabaseProcess.ofItsOwn(HOME.resolve(name));
        BrokerProcess started = BrokerProcess.ofItsOwn(HOME.resolve(name));
        broker = started;
        started.makeTopic("sales", PARTITIONS);
        return started;
    }

    private DatabaseProcess requireDatabase() {
        return requireNonNull(database);
    }

    private ServiceProcess service(String home, String name) throws IOException {
        ServiceProcess service = new ServiceProcess(
                HOME.resolve(home),
                name,
                requireDatabase(),
                "--sales-etl.kafka.brokers=" + requireNonNull(broker).address(),
                "--sales-etl.kafka.topics.sales.format=json",
                "--sales-etl.kafka.topics.sales.columns=sale_id,order_id,customer_id,product_id,order_date,quantity",
                "--sales-etl.kafka.topics.sales.dead-letter-topic=rejected",
                "--sales-etl.kafka.events-topic=told");
        services.add(service);
        return service;
    }

    private static void dropShop(ServiceProcess service, DatabaseProcess server) throws IOException {
        List<String> customers = new ArrayList<>(List.of("customer_id,city"));
        List<String> products = new ArrayList<>(List.of("product_id,price"));
        for (int i = 0; i < 1_000; i++) {
            customers.add("C" + i + ",Köln");
            products.add("P" + i + ",2.50");
        }
        service.drop("customers.csv", customers.toArray(String[]::new));
        service.drop("products.csv", products.toArray(String[]::new));
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> server.number("SELECT COUNT(*) FROM sales_etl.dim_product") == 1_000);
    }

    /** From the beginning of the first run that loaded sales to the end of the last one. */
    private static Duration timeOfSales(DatabaseProcess server) throws Exception {
        awaitLoaded(server);
        return Duration.ofMillis(server.number("""
                SELECT TIMESTAMPDIFF(MICROSECOND, MIN(r.started_at), MAX(f.loaded_at)) DIV 1000
                FROM sales_etl.etl_file f JOIN sales_etl.etl_run r ON r.run_id = f.run_id WHERE f.kind = 'sales'"""));
    }

    private static void awaitLoaded(DatabaseProcess server) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> server.number("SELECT SUM(sales) FROM sales_etl.rollup_day") == EVENTS
                        && server.number("SELECT SUM(quantity) FROM sales_etl.rollup_day") == expectedQuantity());
    }

    private static void send(BrokerProcess kafka, boolean again) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.address(),
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 600_000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, 600_000,
                        ProducerConfig.LINGER_MS_CONFIG, 20),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < EVENTS; i++) {
                if (again && i % PACE == 0) {
                    LockSupport.parkNanos(Duration.ofSeconds((long) SECONDS_OF_ROUND * ROUNDS)
                            .dividedBy(1 + EVENTS / PACE)
                            .toNanos());
                }
                send(producer, i, again && isCorrected(i) ? 9 : quantity(i));
                if (again && i % 100 == 0) {
                    send(producer, i, quantity(i));
                }
                if (again && isCorrected(i)) {
                    send(producer, i, quantity(i));
                }
            }
        }
    }

    private static void send(KafkaProducer<String, byte[]> producer, int number, int quantity) {
        // whether all have arrived is what the test asks in the end
        Future<RecordMetadata> unused = producer.send(new ProducerRecord<>(
                "sales", number % PARTITIONS, null, sale(number, quantity).getBytes(UTF_8)));
    }

    private static boolean isCorrected(int number) {
        return number % 1_000 == 7;
    }

    private static int quantity(int number) {
        return 1 + number % 5;
    }

    private static long expectedQuantity() {
        long sum = 0;
        for (int i = 0; i < EVENTS; i++) {
            sum += quantity(i);
        }
        return sum;
    }

    private static long sentEvents() {
        long sent = EVENTS;
        for (int i = 0; i < EVENTS; i++) {
            sent += isCorrected(i) || i % 100 == 0 ? 1 : 0;
        }
        return sent;
    }

    private static String sale(int number, int quantity) {
        return "{\"sale_id\":\"S" + number + "\",\"order_id\":\"O" + number / 3 + "\",\"customer_id\":\"C"
                + number % 997
                + "\",\"product_id\":\"P" + number % 991 + "\",\"order_date\":\"2025-0" + (1 + number % 9) + "-1"
                + number % 10 + "\",\"quantity\":" + quantity + "}";
    }
}
