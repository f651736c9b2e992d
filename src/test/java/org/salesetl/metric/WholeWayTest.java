package org.salesetl.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salesetl.ApiTest;
import org.salesetl.TestWarehouse.FileEntry;

/** Drops files and compares all ten answers with expected answers that another program has computed. */
@Tag("variants")
class WholeWayTest extends ApiTest {

    private static final Path SUPERSTORE = Path.of("../shared/examples/superstore");
    private static final Path GENERATOR = Path.of("../shared/bench/make_sales.py");

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void answersAboutTheSuperstoreAreRight() throws IOException {
        assumeThat(SUPERSTORE).as("the example data beside the project").isDirectory();

        loadAndCompare(SUPERSTORE);
    }

    /** The styles contain nearly every pair of an encoding, a delimiter, a line end, a form of dates and a decimal mark at least once. */
    @Tag("reading")
    @ParameterizedTest
    @MethodSource("org.salesetl.metric.SheetStyle#everyPair")
    void answersAboutTheSuperstoreAreRightInEveryStyle(SheetStyle style) throws IOException {
        assumeThat(SUPERSTORE).as("the example data beside the project").isDirectory();
        Files.copy(SUPERSTORE.resolve("expected.json"), folder.resolve("expected.json"));
        for (String kind : List.of("sales", "products", "customers")) {
            style.rewrite(SUPERSTORE.resolve(kind + ".csv"), folder.resolve(kind + ".csv"));
        }

        loadAndCompare(folder);
    }

    @Test
    void answersAboutTheSuperstoreWithTheMonthFirstAreRight() throws IOException {
        assumeThat(SUPERSTORE).as("the example data beside the project").isDirectory();
        for (String kind : List.of("customers", "products")) {
            Files.copy(SUPERSTORE.resolve(kind + ".csv"), folder.resolve(kind + ".csv"));
        }
        Files.copy(SUPERSTORE.resolve("sales_mdy.csv"), folder.resolve("sales.csv"));
        Files.copy(SUPERSTORE.resolve("expected.json"), folder.resolve("expected.json"));

        loadAndCompare(folder);
    }

    @Test
    void answersAboutGeneratedSalesAreRight() throws IOException, InterruptedException {
        assumeThat(GENERATOR).as("the generator beside the project").exists();
        assumeThat(succeeds("/usr/bin/python3", "-c", "import numpy"))
                .as("python3 with numpy")
                .isTrue();
        assertThat(succeeds(
                        "/usr/bin/python3",
                        GENERATOR.toString(),
                        folder.toString(),
                        "--sales=60000",
                        "--customers=3000",
                        "--products=300",
                        "--dirt=0.02"))
                .isTrue();

        loadAndCompare(folder);
    }

    private void loadAndCompare(Path files) throws IOException {
        JsonNode expected = json.readTree(Files.readString(files.resolve("expected.json")));
        for (String kind : List.of("sales", "products", "customers")) {
            warehouse.drop(files.resolve(kind + ".csv"));
        }

        assertThat(warehouse.run().status()).isEqualTo("succeeded");

        expected.path("counts").properties().forEach(kind -> compareCounts(kind.getKey(), kind.getValue()));
        warehouse.assertBooksBalance();
        assertThat(warehouse.revenue())
                .isEqualByComparingTo(expected.path("revenue").decimalValue());
        assertThat(expected.path("metrics")).hasSize(Metric.values().length);
        expected.path("metrics")
                .properties()
                .forEach(metric -> assertThat(comparable(api.get("/api/metrics/" + metric.getKey())
                                .json()
                                .path("rows")))
                        .as(metric.getKey())
                        .isEqualTo(comparable(metric.getValue())));
    }

    private void compareCounts(String kind, JsonNode expected) {
        FileEntry entry = warehouse.entry(kind + ".csv");
        assertThat(entry.read()).isEqualTo(expected.path("read").asInt());
        if (expected.has("inserted")) {
            assertThat(entry.inserted()).isEqualTo(expected.path("inserted").asInt());
            assertThat(entry.rejected()).isEqualTo(expected.path("rejected").asInt());
            TreeMap<String, Integer> reasons = new TreeMap<>();
            expected.path("reasons")
                    .properties()
                    .forEach(reason ->
                            reasons.put(reason.getKey(), reason.getValue().asInt()));
            assertThat(entry.reasons()).isEqualTo(reasons);
        }
    }

    /** The rows with numbers in one form, so that 12.5 equals 12.50. */
    private static List<List<Object>> comparable(JsonNode rows) {
        List<List<Object>> comparable = new ArrayList<>();
        for (JsonNode row : rows) {
            List<Object> cells = new ArrayList<>();
            row.forEach(cell ->
                    cells.add(cell.isNumber() ? new BigDecimal(cell.asText()).stripTrailingZeros() : cell.asText()));
            comparable.add(cells);
        }
        return comparable;
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
    }
}
