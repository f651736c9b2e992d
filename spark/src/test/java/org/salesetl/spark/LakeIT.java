package org.salesetl.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Spark makes of the lake is what the service makes of its packs. */
class LakeIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int SALES = 5_000;
    private static final int ANSWERS_OF_SPARK = 18;

    private static final String BY_HAND = "--sales-etl.lake.schedule=";
    private static final String EVERY_SECOND = "--sales-etl.lake.schedule=* * * * * ?";

    private static final String MAPPING = """
            name: Till
            kind: sales
            recognised_by: [Line, Receipt, Who, What, When, Many]
            columns: {sale_id: Line, order_id: Receipt, customer_id: Who, product_id: What, order_date: When, quantity: Many,
              price: Each, cost: Costs, city: Town, status: State}
            status:
              - {column: State, sales: [paid], neither: [cancelled]}
            without_customer: accept
            returns: accept
            """;

    private static final List<String> SLICES = List.of(
            "from=2025-01-01",
            "from=2025-02-10&to=2025-04-20",
            "category=Category 1&category=Category 2",
            "city=Town 1&city=City 3",
            "customer=c1&customer=c2&customer=c33&customer=",
            "product=p7&product=p8",
            "from=2025-02-03&to=2025-05-30&category=Category 3&city=Town 2&city=City 4&customer=c4&customer=c44&customer=c54&customer=c64");

    /** It stays, for whoever has to read the logs. */
    private final Path folder = Path.of("target/lake").toAbsolutePath();

    private Hdfs hdfs;
    private FileSystem files;
    private org.apache.hadoop.fs.Path lake;

    @BeforeEach
    void empty() throws Exception {
        FileUtils.deleteDirectory(folder.toFile());
        Files.createDirectories(folder.resolve("service/mappings"));
        Files.writeString(folder.resolve("service/mappings/till.yaml"), MAPPING);
        hdfs = Hdfs.start(folder.resolve("hdfs"));
        files = hdfs.files();
        lake = new org.apache.hadoop.fs.Path(hdfs.folder("tables of the lake"));
    }

    @AfterEach
    void stopHdfs() throws IOException {
        files.close();
        hdfs.close();
    }

    @Test
    void addsUpTheLakeAsThePacks() throws Exception {
        Map<String, String> ofPacks;
        try (Service service = start(false)) {
            load(service, DirtySales.customers(folder.resolve("customers.csv")));
            load(service, DirtySales.products(folder.resolve("products.csv")));
            load(service, sales("first.csv", IntStream.range(0, SALES)));
            ofPacks = answers(service);
            assertThat(service.post("/api/lake")).isEqualTo(409);
        }
        Map<String, String> afterChange;
        Set<String> written;
        try (Service service = start(true, BY_HAND)) {
            assertThat(service.page("/etl")).contains("Bring up to date").doesNotContain("was brought up to date");
            assertThat(write(service)).contains("6 months; 6 have changed");
            Processes.await(
                    "the page says so", LIMIT, () -> service.page("/etl").contains("was brought up to date"));
            assertThat(service.page("/etl")).contains("Months: 6.");
            written = months();
            assertThat(answersOfSpark(service)).isEqualTo(ofPacks);

            load(
                    service,
                    sales(
                            "second.csv",
                            IntStream.range(SALES - 600, SALES + 600).filter(id -> month(id) == 3 || month(id) == 4)));
            // the month that has not changed is still answered by Spark
            int before = count(service, "Spark has answered");
            service.get("/api/metrics/top-cities?from=2025-01-01&to=2025-01-30");
            assertThat(count(service, "Spark has answered")).isEqualTo(before + 1);
            afterChange = answers(service);
            assertThat(service.log()).contains("The lake is older than the warehouse");
        }
        assertThat(afterChange).isNotEqualTo(ofPacks);
        try (Service service = start(true, BY_HAND, "--sales-etl.spark.folder=" + hdfs.folder("my exchange"))) {
            assertThat(write(service)).contains("6 months; 2 have changed");
            assertThat(months()).hasSize(6);
            assertThat(common(months(), written)).hasSize(4);
            service.get("/api/metrics/top-cities?to=2025-01-11");
            service.killProgram("org.salesetl.spark.Lake");
            assertThat(answersOfSpark(service)).isEqualTo(afterChange);
            assertThat(service.log()).contains("Spark adds up no slices, since it has ended");

            assertThat(write(service)).contains("6 months; 0 have changed");
            assertThat(replacedFolders())
                    .as("what the write before has replaced")
                    .isEmpty();
            assertThat(files.listStatus(new org.apache.hadoop.fs.Path("/my exchange")))
                    .isEmpty();
        }
        try (Service service = start(true, EVERY_SECOND)) {
            service.awaitLog("6 months; 0 have changed");
        }
    }

    private Service start(boolean withLake, String... more) throws Exception {
        Path of = folder.resolve("service");
        Files.deleteIfExists(of.resolve("service.log"));
        List<String> options = new ArrayList<>(List.of("--logging.level.org.salesetl.lake=debug"));
        if (withLake) {
            options.addAll(SparkAlone.options());
            options.addAll(List.of(
                    "--sales-etl.lake.folder=" + lake,
                    "--sales-etl.lake.slices-from=1",
                    "--sales-etl.spark.master=local[2]",
                    "--sales-etl.spark.conf.[spark.sql.shuffle.partitions]=2",
                    "--sales-etl.spark.conf.[spark.driver.host]=127.0.0.1",
                    "--sales-etl.spark.conf.[spark.ui.enabled]=false"));
        }
        options.addAll(List.of(more));
        return Service.start(of, options.toArray(String[]::new));
    }

    private static void load(Service service, Path file) throws Exception {
        service.drop(file);
        JsonNode outcome = service.outcome(String.valueOf(file.getFileName()), LIMIT);
        assertThat(outcome.get("status").asText()).as("%s", outcome).isEqualTo("loaded");
    }

    /** Has the lake written; what the log says of it. */
    private static String write(Service service) throws Exception {
        int before = count(service, "have changed, with");
        assertThat(service.post("/api/lake")).isEqualTo(202);
        Processes.await("the lake is written", LIMIT, () -> count(service, "have changed, with") > before);
        return service.log()
                .lines()
                .filter(line -> line.contains("have changed, with"))
                .reduce("", (a, b) -> b);
    }

    private static int count(Service service, String words) throws IOException {
        return (int) service.log().lines().filter(line -> line.contains(words)).count();
    }

    /** The answers, once Spark gives them. */
    private static Map<String, String> answersOfSpark(Service service) throws Exception {
        int before = count(service, "Spark has answered");
        LocalDate first = LocalDate.of(2024, 1, 1);
        int[] tries = new int[1];
        Processes.await("Spark is ready", LIMIT, () -> {
            service.get("/api/metrics/top-cities?from=" + first.plusDays(tries[0]++) + "&to=2025-01-12");
            return count(service, "Spark has answered") > before;
        });
        int ready = count(service, "Spark has answered");
        int stale = count(service, "The lake is older");
        Map<String, String> answers = answers(service);
        assertThat(count(service, "Spark has answered") - ready).isGreaterThan(ANSWERS_OF_SPARK);
        assertThat(count(service, "The lake is older")).isEqualTo(stale);
        return answers;
    }

    /** The answers to all questions, each about one of the slices. */
    private static Map<String, String> answers(Service service) throws Exception {
        List<String> questions = new ArrayList<>();
        for (String metric : EnginesIT.METRICS) {
            questions.add("/api/metrics/" + metric + "?");
        }
        for (String metric : List.of(
                "top-customers", "best-selling-products", "category-revenue", "top-cities", "orders-per-weekday")) {
            questions.add("/api/metrics/" + metric + "?measure=orders&");
            questions.add("/api/metrics/" + metric + "?measure=profit&");
        }
        for (String by : List.of("day", "week", "month")) {
            questions.add("/api/key-figures?by=" + by + "&");
        }
        Map<String, String> answers = new LinkedHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            String address = questions.get(i) + SLICES.get(i % SLICES.size());
            answers.put(address, service.get(address.replace(" ", "%20")).toPrettyString());
        }
        return answers;
    }

    /**
     * Sales with fractions and returns, without customers, costs or towns, and some of them cancelled. The id of a sale tells its month, so
     * that a later file with the same id changes no other month.
     */
    private Path sales(String name, IntStream ids) throws IOException {
        Path file = folder.resolve(name);
        Random random = new Random(name.hashCode());
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Line,Receipt,Who,What,When,Many,Each,Costs,Town,State\n");
            for (int id : ids.toArray()) {
                out.write(String.join(
                                ",",
                                "s" + id,
                                "o" + id / 4,
                                random.nextInt(10) == 0 ? "" : "c" + random.nextInt(100),
                                "p" + random.nextInt(60),
                                "2025-%02d-%02d".formatted(month(id), 1 + random.nextInt(28)),
                                List.of("1", "2", "0.3500", "-1", "12").get(random.nextInt(5)),
                                List.of("", "9.99", "0.0001", "120.5000").get(random.nextInt(4)),
                                List.of("", "3.3333", "0").get(random.nextInt(3)),
                                random.nextBoolean() ? "" : "Town " + random.nextInt(4),
                                random.nextInt(30) == 0 ? "cancelled" : "paid")
                        + "\n");
            }
        }
        return file;
    }

    private static int month(int id) {
        return 1 + id / 2 % 6;
    }

    /** The folders of the months that count. */
    private Set<String> months() throws IOException {
        Set<String> folders = new TreeSet<>();
        for (JsonNode month : tables().get("sales")) {
            assertThat(files.getFileStatus(path(month.get("path").asText())).isDirectory())
                    .isTrue();
            folders.add(month.get("path").asText());
        }
        return folders;
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        Set<String> common = new TreeSet<>(one);
        common.retainAll(other);
        return common;
    }

    /** The folders of months in the lake that neither count, nor have counted until the last write. */
    private List<String> replacedFolders() throws IOException {
        String tables = tables().toString();
        return Stream.of(files.globStatus(path("sales/version=*/month=*")))
                .map(month -> month.getPath().getParent().getName() + "/"
                        + month.getPath().getName())
                .filter(month -> !tables.contains(month))
                .toList();
    }

    private JsonNode tables() throws IOException {
        try (InputStream document = files.open(path("tables.json"))) {
            return JsonMapper.builder().build().readTree(document);
        }
    }

    private org.apache.hadoop.fs.Path path(String inLake) {
        return new org.apache.hadoop.fs.Path(lake, inLake);
    }
}
