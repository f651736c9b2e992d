package org.salesetl.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.salesetl.Diagnosis;
import org.salesetl.Diagnosis.Level;
import org.salesetl.FreshSchema;
import org.salesetl.SomeProperties;
import org.salesetl.TestFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;
import org.springframework.util.FileSystemUtils;

/** Objects of a store with the protocol of S3 load as files do, and stay where they are. */
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "sales-etl.inbox=${tests.folder:target}/bucket-test/inbox",
            "sales-etl.archive=${tests.folder:target}/bucket-test/archive",
            "sales-etl.data=${tests.folder:target}/bucket-test/data",
            "sales-etl.watch=200ms",
            "sales-etl.settle=100ms",
            "sales-etl.schedule=",
            "sales-etl.sample.on-empty=false",
            "sales-etl.admin-password=only-for-tests",
            "sales-etl.bucket.name=" + ObjectStore.BUCKET,
            "sales-etl.bucket.prefix=shops/",
            "sales-etl.bucket.every=1s",
            "spring.flyway.clean-disabled=false",
            "management.prometheus.metrics.export.enabled=true",
        })
@Import({BucketTest.EmptyFolders.class, FreshSchema.class})
class BucketTest {

    private static final Path FOLDER = TestFolder.of("bucket-test");
    private static final Path INBOX = FOLDER.resolve("inbox");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HEADER = "sale_id,order_id,customer_id,product_id,order_date,quantity,price";

    private static @Nullable ObjectStore store;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private CamelContext camel;

    @Autowired
    private Bucket bucket;

    @Autowired
    private Fetch fetch;

    @MockitoSpyBean
    private StoredObjects stored;

    @TestConfiguration(proxyBeanMethods = false)
    static class EmptyFolders {

        @Bean
        static BeanFactoryPostProcessor emptyFolders() {
            return factory -> List.of("inbox", "archive").forEach(BucketTest::delete);
        }
    }

    @DynamicPropertySource
    static void nameStore(DynamicPropertyRegistry registry) throws IOException {
        System.setProperty("aws.accessKeyId", "only-for-tests");
        System.setProperty("aws.secretAccessKey", "only-for-tests");
        store = new ObjectStore(Files.createDirectories(FOLDER).resolve("store.log"));
        registry.add("sales-etl.bucket.endpoint", () -> store().address());
    }

    @BeforeAll
    static void startStoreAfterTheService(@Autowired Bucket bucket) throws IOException {
        eventually(() -> assertThat(bucket.away()).isNotNull());
        store().start();
    }

    @AfterAll
    static void stopStore() {
        store().close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    @BeforeEach
    void loadDimensions() {
        store().put("shops/customers.csv", "customer_id,city", "C1,Köln");
        store().put("shops/products.csv", "product_id,price", "P1,2.50");
        eventually(() -> assertThat(number("SELECT COUNT(*) FROM dim_product")).isEqualTo(1));
    }

    @AfterEach
    void look() throws Exception {
        camel.getRouteController().resumeRoute(BucketRoutes.LOOK_INTO_BUCKET);
    }

    @Test
    void fetchesEachObjectOnceAndLeavesItThere() throws Exception {
        store().put("private/other.csv", HEADER, "N1,O1,C1,P1,2025-01-31,1,2");
        store().put("shops/berlin/2025/sales.csv", HEADER, "S1,O1,C1,P1,2025-01-31,1,2");
        store().put("shops/bonn/2025/sales.csv", HEADER, "S2,O2,C1,P1,2025-01-31,1,2");

        store().put("shops/k%C3%B6ln%20s%C3%BCd/2025%2B/sales.csv", HEADER, "S3,O2,C1,P1,2025-01-31,1,2");
        // a key is no expression
        store().put("shops/%24%7Benv:PATH%7D-sales.csv", HEADER, "S4,O2,C1,P1,2025-01-31,1,2");

        eventually(() -> assertThat(sales()).contains("S1|1", "S2|1", "S3|1", "S4|1"));
        Instant before = Instant.now();
        eventually(() -> assertThat(bucket.lookedAt()).isAfter(before.plusSeconds(2)));

        assertThat(jdbc.queryForList("SELECT name FROM etl_file WHERE name LIKE '%sales.csv'", String.class))
                .containsExactlyInAnyOrder(
                        "berlin_2025_sales.csv",
                        "bonn_2025_sales.csv",
                        "köln süd_2025+_sales.csv",
                        "${env_PATH}-sales.csv");
        assertThat(sales()).noneMatch(sale -> sale.startsWith("N1"));
        assertThat(store().has("shops/berlin/2025/sales.csv")).isTrue();
    }

    @Test
    void fetchesThePartsOfATableWhenAllAreThere() throws Exception {
        store().put("shops/bremen/export/part-00000-x.csv", HEADER, "P1,O7,C1,P1,2025-01-31,1,2");
        store().put("shops/bremen/export/part-00001-x.csv", HEADER, "P2,O7,C1,P1,2025-01-31,1,2");
        store().put("shops/bremen/export/_temporary/0/part-00002-x.csv", HEADER, "P3,O7,C1,P1,2025-01-31,1,2");
        Instant before = Instant.now();
        eventually(() -> assertThat(bucket.lookedAt()).isAfter(before.plusSeconds(2)));
        assertThat(sales()).noneMatch(sale -> sale.startsWith("P"));

        store().put("shops/bremen/export/_SUCCESS");

        eventually(() -> assertThat(sales()).contains("P1|1", "P2|1"));
        assertThat(jdbc.queryForList("SELECT name FROM etl_file WHERE name LIKE '%export%'", String.class))
                .containsExactly("bremen_export.csv");
        assertThat(sales()).noneMatch(sale -> sale.startsWith("P3"));

        Thread.sleep(1_100);
        store().put("shops/bremen/export/part-00002-y.csv", HEADER, "P4,O7,C1,P1,2025-01-31,1,2");
        Instant later = Instant.now();
        eventually(() -> assertThat(bucket.lookedAt()).isAfter(later.plusSeconds(2)));
        assertThat(sales()).as("with the mark of the table before").noneMatch(sale -> sale.startsWith("P4"));
        store().put("shops/bremen/export/_SUCCESS");
        eventually(() -> assertThat(sales()).contains("P4|1"));
        assertThat(jdbc.queryForList(
                        "SELECT unchanged FROM etl_file WHERE name LIKE '%export%' ORDER BY file_id", Integer.class))
                .as("all parts come again")
                .containsExactly(0, 2);
    }

    @Test
    void fetchesNoTableOfTooManyParts() throws Exception {
        camel.getRouteController().suspendRoute(BucketRoutes.LOOK_INTO_BUCKET);
        List<ListedObject> parts = IntStream.range(0, 1_001)
                .mapToObj(i -> new ListedObject("shops/many/part-%05d".formatted(i), "\"1\"", 1, Instant.now()))
                .toList();

        fetch.fetch(new Delivery("shops/many", parts));

        assertThat(bucket.problems().get("shops/many"))
                .isEqualTo("expected at most 1000 parts (sales-etl.unpack.most-entries) but found more");
    }

    @Test
    void leavesNothingOfPartsThatBreakOff() throws Exception {
        camel.getRouteController().suspendRoute(BucketRoutes.LOOK_INTO_BUCKET);
        store().put("shops/torn/part-00000", HEADER, "T1,O8,C1,P1,2025-01-31,1,2");
        store().put("shops/torn/part-00001", HEADER, "T2,O8,C1,P1,2025-01-31,1,2");
        store().put("shops/torn/_SUCCESS");
        doThrow(new IOException("The connection is gone"))
                .doCallRealMethod()
                .when(stored)
                .read(argThat(object -> object.key().equals("shops/torn/part-00001")), any());

        Delivery torn = fetch.look().stream()
                .filter(one -> one.key().equals("shops/torn"))
                .findFirst()
                .orElseThrow();
        assertThatIOException().isThrownBy(() -> fetch.fetch(torn));
        try (Stream<Path> left = Files.list(INBOX)) {
            assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }

        camel.getRouteController().resumeRoute(BucketRoutes.LOOK_INTO_BUCKET);
        eventually(() -> assertThat(sales()).contains("T1|1", "T2|1"));
    }

    @Test
    void fetchesANewContentOfAnObject() {
        store().put("shops/changing.csv", HEADER, "V1,O3,C1,P1,2025-01-31,1,2");
        eventually(() -> assertThat(sales()).contains("V1|1"));

        store().put("shops/changing.csv", HEADER, "V1,O3,C1,P1,2025-01-31,7,2");

        eventually(() -> assertThat(sales()).contains("V1|7"));
    }

    @Test
    void loadsALaterCorrectionLaterWhateverItsName() throws Exception {
        camel.getRouteController().suspendRoute(BucketRoutes.LOOK_INTO_BUCKET);
        store().put("shops/z.csv", HEADER, "W1,O4,C1,P1,2025-01-31,1,2");
        Thread.sleep(1_100);
        store().put("shops/a.csv", HEADER, "W1,O4,C1,P1,2025-01-31,5,2");

        camel.getRouteController().resumeRoute(BucketRoutes.LOOK_INTO_BUCKET);

        eventually(() -> assertThat(number("SELECT COUNT(*) FROM etl_file WHERE name IN ('a.csv', 'z.csv')"
                        + " AND archived_as IS NOT NULL"))
                .isEqualTo(2));
        assertThat(sales()).contains("W1|5");
    }

    @Test
    void saysWhenTheStoreIsAwayAndGoesOn(CapturedOutput log) throws Exception {
        int before = warnings(log).size();
        store().close();
        eventually(() -> assertThat(health()).contains("\"bucket\":{\"status\":\"DOWN\"", "awaySince"));
        assertThat(page()).contains("Nothing can be fetched since", "Connection refused");
        assertThat(get("/actuator/prometheus")).contains("sales_etl_bucket_up 0.0");

        Instant since = Instant.now();
        await().until(() -> Instant.now().isAfter(since.plusSeconds(3)));
        List<String> said = warnings(log);
        assertThat(examine()).satisfies(found -> {
            assertThat(found.level()).isEqualTo(Level.WARNING);
            assertThat(found.words()).contains("exports cannot be read", "Connection refused", "AWS_ACCESS_KEY_ID");
        });

        store().start();
        assertThat(examine().words()).isEqualTo("exports can be read, and has no object under shops/");
        assertThat(said).hasSize(before + 1).allMatch(line -> line.contains("Nothing can be fetched from the bucket"));
        store().put("shops/back.csv", HEADER, "B1,O5,C1,P1,2025-01-31,3,2");

        eventually(() -> assertThat(sales()).contains("B1|3"));
        assertThat(health()).contains("\"bucket\":{\"status\":\"UP\"");
        assertThat(page()).doesNotContain("Nothing can be fetched");
        assertThat(examine().words()).isEqualTo("exports can be read");
        assertThat(examine().level()).isEqualTo(Level.OK);
    }

    private static List<String> warnings(CapturedOutput log) {
        return log.getAll()
                .lines()
                .filter(line -> line.contains("ook-into-bucket]"))
                .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                .toList();
    }

    private static Diagnosis examine() {
        return BucketExamination.examine(SomeProperties.with(Map.of(
                        "bucket.name",
                        ObjectStore.BUCKET,
                        "bucket.prefix",
                        "shops/",
                        "bucket.endpoint",
                        store().address())))
                .get(0);
    }

    @Test
    void saysWhyAnObjectIsNotFetched() throws Exception {
        camel.getRouteController().suspendRoute(BucketRoutes.LOOK_INTO_BUCKET);
        fetch.fetch(Delivery.of(new ListedObject("shops/gone\n.csv", "\"1\"", 100, Instant.now())));
        fetch.fetch(Delivery.of(new ListedObject("shops/huge.csv", "\"1\"", Long.MAX_VALUE, Instant.now())));

        assertThat(bucket.problems()).containsOnlyKeys("shops/gone␊.csv", "shops/huge.csv");
        assertThat(bucket.problems().get("shops/huge.csv"))
                .startsWith("the disk of the inbox has room for")
                .contains("but the object has");
        assertThat(health()).contains("\"bucket\":{\"status\":\"DOWN\"", "shops/huge.csv");
        assertThat(page()).contains("shops/huge.csv cannot be fetched yet");
        assertThat(get("/actuator/prometheus")).contains("sales_etl_bucket_problems 2.0", "sales_etl_bucket_up 1.0");

        camel.getRouteController().resumeRoute(BucketRoutes.LOOK_INTO_BUCKET);
        eventually(() -> assertThat(health()).contains("\"bucket\":{\"status\":\"UP\""));
    }

    @Test
    void fetchesNoCorrectionBeforeWhatBrokeOff() throws Exception {
        camel.getRouteController().suspendRoute(BucketRoutes.LOOK_INTO_BUCKET);
        store().put("shops/broken-2.csv", HEADER, "X1,O6,C1,P1,2025-01-31,1,2");
        Thread.sleep(1_100);
        store().put("shops/broken-1.csv", HEADER, "X1,O6,C1,P1,2025-01-31,8,2");
        doThrow(new IOException("The connection is gone"))
                .doCallRealMethod()
                .when(stored)
                .read(argThat(object -> object.key().equals("shops/broken-2.csv")), any());

        camel.getRouteController().resumeRoute(BucketRoutes.LOOK_INTO_BUCKET);
        eventually(() -> assertThat(bucket.away()).isNotNull());
        assertThat(sales()).noneMatch(sale -> sale.startsWith("X1"));

        eventually(() -> assertThat(sales()).contains("X1|8"));
        assertThat(jdbc.queryForList(
                        "SELECT name FROM etl_file WHERE name LIKE 'broken%' ORDER BY file_id", String.class))
                .containsExactly("broken-2.csv", "broken-1.csv");
        assertThat(bucket.away()).isNull();
    }

    @Test
    void waitsWhileManyFilesWait() throws Exception {
        camel.getRouteController().suspendRoute(BucketRoutes.LOOK_INTO_BUCKET);
        camel.getRouteController().suspendRoute("watch-inbox");
        List<Path> files = IntStream.range(0, 100)
                .mapToObj(i -> INBOX.resolve("waiting-" + i + ".csv"))
                .toList();
        try {
            bucket.begin();
            assertThat(bucket.takesMore()).isTrue();
            for (Path file : files) {
                Files.writeString(file, "");
            }

            assertThat(bucket.takesMore()).isFalse();
            Files.delete(files.get(0));
            assertThat(bucket.takesMore())
                    .as("a later object before one that was left")
                    .isFalse();
            assertThat(bucket.isDue()).as("a look for a single file").isFalse();
            for (Path file : files.subList(0, 60)) {
                Files.deleteIfExists(file);
            }
            assertThat(bucket.isDue()).isTrue();
            bucket.begin();
            assertThat(bucket.takesMore()).isTrue();
        } finally {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            camel.getRouteController().resumeRoute("watch-inbox");
        }
    }

    private List<String> sales() {
        return jdbc.queryForList(
                "SELECT CONCAT(sale_id, '|', TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM quantity))) FROM fact_sales",
                String.class);
    }

    private long number(String sql) {
        Long number = jdbc.queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }

    private String page() throws Exception {
        return get("/etl");
    }

    /** The part of the health that an administrator sees. */
    private String health() throws Exception {
        return new ObjectMapper()
                .readTree(get("/actuator/health"))
                .path("components")
                .toString();
    }

    private String get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString("admin:only-for-tests"
                                                                .getBytes(StandardCharsets.UTF_8)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static ObjectStore store() {
        if (store == null) {
            throw new IllegalStateException("The store has not been started");
        }
        return store;
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().pollInterval(Duration.ofMillis(50)).atMost(PATIENCE).untilAsserted(assertion);
    }

    private static void delete(String folder) {
        try {
            FileSystemUtils.deleteRecursively(FOLDER.resolve(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
