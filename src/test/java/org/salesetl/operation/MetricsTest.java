package org.salesetl.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.salesetl.HttpApi;
import org.salesetl.WarehouseTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What {@code /actuator/prometheus} says of loads, and that rules, dashboard and docs name metrics that are there. */
class MetricsTest extends WarehouseTest {

    private static final Path RULES = Path.of("ops/prometheus/rules.yml");
    private static final Path DASHBOARD = Path.of("ops/grafana/sales-etl.json");
    private static final Path GUIDE = Path.of("docs/operations.md");

    /** What is no metric in an expression: labels, times, and texts. */
    private static final Pattern NO_METRICS = Pattern.compile(
            "\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

    private static final Pattern METRIC = Pattern.compile("\\b[a-z_:][a-z0-9_:]*\\b(?!\\s*\\()");
    private static final Set<String> WORDS_OF_PROMQL = Set.of("and", "or", "unless", "bool", "offset");
    private static final Pattern SAMPLE =
            Pattern.compile("^([a-z_:][a-zA-Z0-9_:]*)(\\{[^}]*})? (\\S+)$", Pattern.MULTILINE);

    @Autowired
    private HttpApi api;

    @Autowired
    private ProducerTemplate producer;

    @Test
    void countsRowsOfLoadsThatWereCommitted() {
        double insertedBefore = value("sales_etl_rows_total", "kind=\"customers\"", "outcome=\"inserted\"");
        double rejectedBefore = value("sales_etl_rows_total", "kind=\"customers\"", "outcome=\"rejected\"");
        double filesBefore = value("sales_etl_file_seconds_count", "kind=\"customers\"", "loaded=\"true\"");

        warehouse.drop("customers.csv", "customer_id,name", "C1,Ann", "C2,Bob", ",Nobody");
        warehouse.run();

        assertThat(value("sales_etl_rows_total", "kind=\"customers\"", "outcome=\"inserted\""))
                .isEqualTo(insertedBefore + 2);
        assertThat(value("sales_etl_rows_total", "kind=\"customers\"", "outcome=\"rejected\""))
                .isEqualTo(rejectedBefore + 1);
        assertThat(value("sales_etl_file_seconds_count", "kind=\"customers\"", "loaded=\"true\""))
                .isEqualTo(filesBefore + 1);
    }

    @Test
    void doesNotCountTheRowsOfACheck() {
        double before = value("sales_etl_rows_total", "kind=\"customers\"", "outcome=\"inserted\"");

        warehouse.drop("check/customers.csv", "customer_id,name", "C1,Ann");
        warehouse.check();

        assertThat(value("sales_etl_rows_total", "kind=\"customers\"", "outcome=\"inserted\""))
                .isEqualTo(before);
    }

    @Test
    void tellsWhatWaitsAndWhenASourceLastLoaded() {
        Instant begin = Instant.now().minusSeconds(1);
        warehouse.drop("customers.csv", "customer_id,name", "C1,Ann");
        warehouse.drop(
                "sales.csv",
                "sale_id,order_id,customer_id,product_id,order_date,quantity,price",
                "S1,O1,C1,P1,2025-01-31,2,10.50",
                "S2,O2,C1,P1,2025-01-31,none,10.50");
        warehouse.drop("notes.txt", "nothing that could be loaded");
        warehouse.run();

        producer.sendBody("direct:" + WatchWarehouseRoutes.READ_FIGURES, null);

        assertThat(value("sales_etl_quarantine_rows", "status=\"parked\"")).isEqualTo(1);
        assertThat(value("sales_etl_quarantine_rows", "status=\"rejected\"")).isEqualTo(1);
        assertThat(value("sales_etl_quarantine_revenue", "status=\"parked\"")).isEqualTo(21);
        assertThat(value("sales_etl_unsettled_files")).isEqualTo(1);
        assertThat(value("sales_etl_database_up")).isEqualTo(1);
        assertThat(new BigDecimal(sample("sales_etl_last_load_timestamp_seconds", "source=\"Customers\"")).longValue())
                .isGreaterThanOrEqualTo(begin.getEpochSecond());
    }

    @Test
    void rulesAndDashboardNameMetricsThatAreThere() throws IOException {
        warehouse.drop("customers.csv", "customer_id,name", "C1,Ann");
        warehouse.run();
        api.get("/api/etl/runs");
        producer.sendBody("direct:" + WatchWarehouseRoutes.READ_FIGURES, null);

        Set<String> named = new TreeSet<>();
        new YAMLMapper().readTree(RULES.toFile()).findValuesAsText("expr").forEach(expr -> named.addAll(metrics(expr)));
        new ObjectMapper()
                .readTree(DASHBOARD.toFile())
                .findValuesAsText("expr")
                .forEach(expr -> named.addAll(metrics(expr)));

        assertThat(named).hasSizeGreaterThan(20);
        // Prometheus itself knows whether a target is up
        named.remove("up");
        named.removeIf(MetricsTest::isOfOtherSources);
        assertThat(scraped()).containsAll(named);
    }

    @Test
    void theGuideExplainsEveryMetricAndEveryAlert() throws IOException {
        warehouse.drop("customers.csv", "customer_id,name", "C1,Ann");
        warehouse.run();
        producer.sendBody("direct:" + WatchWarehouseRoutes.READ_FIGURES, null);
        String guide = Files.readString(GUIDE);

        Set<String> ours = scraped().stream()
                .filter(name -> name.startsWith("sales_etl_"))
                .map(name -> name.replaceAll("_(bucket|count|sum|max)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> explained = inFirstColumn(guide, "sales_etl_[a-z_]+");
        explained.removeIf(MetricsTest::isOfOtherSources);
        Set<String> alerts =
                new TreeSet<>(new YAMLMapper().readTree(RULES.toFile()).findValuesAsText("alert"));

        assertThat(explained).isEqualTo(ours);
        assertThat(inFirstColumn(guide, "SalesEtl[A-Za-z]+")).isEqualTo(alerts);
    }

    /** Labels have few values: no name of a file, and no more sources than the newest fifty. */
    @Test
    void noMetricNamesAFile() {
        warehouse.drop("a-file-of-my-own.csv", "customer_id,name", "C1,Ann");
        warehouse.run();
        producer.sendBody("direct:" + WatchWarehouseRoutes.READ_FIGURES, null);

        assertThat(api.getAsAdmin("/actuator/prometheus").text()).doesNotContain("a-file-of-my-own");
    }

    @Test
    void manySourcesMakeNoMoreThanFiftySeries() {
        warehouse.update("INSERT INTO etl_run (triggered_by, mode, status, started_at)"
                + " VALUES ('watch', 'incremental', 'succeeded', UTC_TIMESTAMP(6))");
        for (int source = 1; source <= 60; source++) {
            warehouse.update(
                    "INSERT INTO etl_file (run_id, name, sha256, size_bytes, status, loaded_at, mapping_name)"
                            + " SELECT MAX(run_id), 'a.csv', '', 1, 'loaded', UTC_TIMESTAMP(6), ? FROM etl_run",
                    "Source " + source);
        }

        producer.sendBody("direct:" + WatchWarehouseRoutes.READ_FIGURES, null);

        String metrics = api.getAsAdmin("/actuator/prometheus").text();
        assertThat(metrics.lines().filter(line -> line.startsWith("sales_etl_last_load_timestamp_seconds{")))
                .hasSize(50);
        assertThat(metrics).contains("source=\"Source 60\"").doesNotContain("source=\"Source 1\"");
    }

    /** Only a service that reads topics or a bucket has these: EventsTest and BucketTest look at them. */
    private static boolean isOfOtherSources(String metric) {
        return metric.startsWith("sales_etl_kafka_") || metric.startsWith("sales_etl_bucket_");
    }

    private static Set<String> inFirstColumn(String guide, String name) {
        Matcher rows =
                Pattern.compile("^\\| `(" + name + ")", Pattern.MULTILINE).matcher(guide);
        return rows.results().map(row -> row.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> metrics(String expression) {
        return METRIC.matcher(NO_METRICS.matcher(expression).replaceAll(" "))
                .results()
                .map(match -> match.group())
                .filter(word -> !WORDS_OF_PROMQL.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> scraped() {
        return SAMPLE.matcher(api.getAsAdmin("/actuator/prometheus").text())
                .results()
                .map(sample -> sample.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private double value(String name, String... labels) {
        return Double.parseDouble(sample(name, labels));
    }

    /** The value of the only sample with this name and these labels. */
    private String sample(String name, String... labels) {
        List<String> found = SAMPLE.matcher(
                        api.getAsAdmin("/actuator/prometheus").text())
                .results()
                .filter(sample -> sample.group(1).equals(name))
                .filter(sample -> List.of(labels).stream()
                        .allMatch(label -> String.valueOf(sample.group(2)).contains(label)))
                .map(sample -> sample.group(3))
                .toList();
        assertThat(found).as("%s %s", name, List.of(labels)).hasSize(1);
        return found.get(0);
    }
}
