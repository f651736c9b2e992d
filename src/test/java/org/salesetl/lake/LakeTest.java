package org.salesetl.lake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.ApiTest;
import org.salesetl.bulk.StreamedQuery;
import org.salesetl.rollup.Grain;
import org.salesetl.rollup.GroupedKeys;
import org.salesetl.rollup.Grouping;
import org.salesetl.rollup.PeriodSums;
import org.salesetl.rollup.SliceFilter;
import org.salesetl.work.WorkFolder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.PlatformTransactionManager;

/** What goes to Spark and back, with another program in place of Spark. LakeIT has a real one. */
@ExtendWith(OutputCaptureExtension.class)
class LakeTest extends ApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SliceFilter ALL = new SliceFilter(0, 9999_12_31, null, null, null, null);

    @Autowired
    private DataSource dataSource;

    @Autowired
    private StreamedQuery queries;

    @Autowired
    private PlatformTransactionManager transactions;

    @TempDir
    private Path folder;

    private FakeSpark spark;

    @BeforeEach
    void load() throws IOException {
        loadShop();
        spark = new FakeSpark(folder);
        spark.answer("[]");
    }

    @Test
    void asksSparkForSlicesOfManySales() throws IOException {
        LakeSlices slices = slices(Map.of("lake.slices-from", 3));
        awaitReady(slices);
        BitSet products = new BitSet();
        products.set(2);
        products.set(70);
        SliceFilter january = new SliceFilter(20250105, 20250131, products, null, new BitSet(), products);
        GroupedKeys groups = new GroupedKeys();
        groups.put(-3, 9);
        spark.answer("[[7,1,\"1.0000\",0,0,0]]");

        assertThat(slices.sums(Grouping.PLACE, january, groups)).isEqualTo("[[7,1,\"1.0000\",0,0,0]]");

        JsonNode question = JSON.readTree(last(spark.questions()));
        assertThat(question.path("groups").get(5).asInt()).isEqualTo(9);
        assertThat(without(question, "groups")).isEqualTo(JSON.readTree("""
                        {"ask":"sums","grouping":"place","months":{"202501":"%s"},"from":20250105,"to":20250131,
                         "products":[4,64],"cities":[],"residents":[4,64]}""".formatted(state(202501))));
        int asked = spark.questions().size();
        SliceFilter march = new SliceFilter(20250301, 20250331, null, null, null, null);
        assertThat(slices.sums(Grouping.DAY, march, null)).as("too few sales").isNull();
        assertThat(spark.questions()).hasSize(asked);
        slices.destroy();
    }

    @Test
    void understandsKeyFigures() throws IOException {
        LakeSlices slices = slices(Map.of("lake.slices-from", 1));
        awaitReady(slices);
        spark.answer(
                "{\"periods\":[[202501,3,\"13.0000\",\"37.9950\",0,\"1.5000\",1]],\"customers_of_each\":[[202501,1]],\"orders\":4,\"customers\":2}");

        PeriodSums sums = requireNonNull(slices.keyFigures(Grain.MONTH, ALL));

        assertThat(sums.grain()).isEqualTo(Grain.MONTH);
        assertThat(sums.orders()).isEqualTo(4);
        assertThat(sums.customers()).isEqualTo(2);
        assertThat(sums.customersOfEach()).containsExactly(1);
        assertThat(sums.sums()).singleElement().satisfies(sum -> {
            assertThat(sum.key()).isEqualTo(202501);
            assertThat(sum.sales()).isEqualTo(3);
            assertThat(sum.quantity()).isEqualTo("13.0000");
            assertThat(sum.revenue()).isEqualTo("37.9950");
            assertThat(sum.cost()).isEqualTo("0.0000");
            assertThat(sum.costedRevenue()).isEqualTo("1.5000");
            assertThat(sum.orders()).isEqualTo(1);
        });
        slices.destroy();
    }

    @Test
    void leavesSlicesToThePacksWhileSparkCannotAnswer(CapturedOutput output) throws IOException {
        LakeSlices slices = slices(Map.of("lake.slices-from", 1, "query-time-limit", "1s"));
        awaitReady(slices);

        spark.answer("{\"stale\":true}");
        assertThat(all(slices)).as("an old lake").isNull();
        assertThat(output).doesNotContain("Spark adds up no slices");

        spark.answer("{\"failed\":\"No space\"}");
        assertThat(all(slices)).as("a failure").isNull();
        assertThat(all(slices)).isNull();
        assertThat(output).containsOnlyOnce("Spark adds up no slices, since No space");

        spark.answer("[]");
        assertThat(all(slices)).isEqualTo("[]");
        spark.dieAtNext();
        assertThat(all(slices)).as("an end").isNull();
        assertThat(output).contains("since it has ended");
        spark.answer("[]");
        awaitReady(slices);
        assertThat(spark.starts()).hasSize(2);

        spark.beSlow();
        assertThat(all(slices)).as("no answer in time").isNull();
        assertThat(output).contains("since it has not answered within 1 s");
        assertThat(all(slices)).as("a question in the pause").isNull();
        assertThat(spark.starts()).hasSize(2);
        slices.destroy();
    }

    @Test
    void startsNothingWithoutALake() throws IOException {
        LakeSlices slices = slices(Map.of("lake.folder", "", "lake.slices-from", 1));

        assertThat(all(slices)).isNull();
        assertThat(spark.starts()).isEmpty();
    }

    @Test
    void putsTheMonthsAsideThatHaveChanged() throws IOException {
        String january = state(202501);
        warehouse.drop(
                "more.csv",
                "sale_id,order_id,customer_id,product_id,order_date,quantity,price",
                "S4,O2,C2,P2,2025-03-02,1.5,20.00");
        assertThat(warehouse.run().status()).isEqualTo("succeeded");
        spark.answer("{\"months\":{\"202501\":\"" + january + "\",\"202503\":\"another\",\"202412\":\"gone\"}}");
        LakeCopy copy = copy();

        assertThat(copy.begin()).isTrue();
        assertThat(copy.begin()).as("a second one meanwhile").isFalse();
        assertThat(copy.state()).isEqualTo(new LakeState("/nowhere/lake", true, null));
        copy.write();

        assertThat(copy.state().going()).isFalse();
        LakeState.Writing last = requireNonNull(copy.state().last());
        assertThat(last.months()).isEqualTo(2);
        assertThat(last.problem()).isNull();
        JsonNode question = JSON.readTree(last(spark.questions()));
        assertThat(question.path("ask").asText()).isEqualTo("write");
        assertThat(question.path("months"))
                .isEqualTo(JSON.createObjectNode().put("202501", january).put("202503", state(202503)));
        assertThat(question.path("changed")).isEqualTo(JSON.createArrayNode().add("202503"));
        assertThat(question.path("sales").get(0).asText())
                .startsWith("file:///")
                .endsWith("sales-000000.json.gz");
        assertThat(rows("sales-000000.json.gz"))
                .satisfiesExactlyInAnyOrder(
                        sale -> assertThat(sale).startsWith("{\"sale_id\":\"S5\""),
                        sale -> assertThat(sale)
                                .startsWith("{\"sale_id\":\"S4\"")
                                .contains(
                                        "\"date_key\":20250302",
                                        "\"date\":\"2025-03-02\"",
                                        "\"quantity\":1.5000",
                                        "\"revenue\":30.0000",
                                        "\"cost\":null",
                                        "\"city_key\":0"));
        assertThat(String.join("", rows("customers-000000.json.gz")))
                .contains("C2", "Łódź")
                .doesNotContain("Ann Lee");
        assertThat(spark.work()).isDirectoryNotContaining("glob:**/lake-*[0-9]*");
        assertThat(copy.begin()).isTrue();
    }

    @Test
    void endsWithTheService(CapturedOutput output) throws Exception {
        spark.beSlow();
        LakeCopy copy = copy();
        assertThat(copy.begin()).isTrue();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(copy::write);
        await().until(() -> !spark.questions().isEmpty());

        copy.stop();

        writing.get(20, TimeUnit.SECONDS);
        assertThat(output).contains("The lake /nowhere/lake stays as it is");
        assertThat(requireNonNull(copy.state().last()).problem()).isNotBlank();
    }

    @Test
    void knowsThatAReloadChangesEveryMonth() {
        String january = state(202501);

        assertThat(warehouse.reload().status()).isEqualTo("succeeded");

        assertThat(state(202501)).isNotEqualTo(january);
    }

    private LakeCopy copy() {
        return new LakeCopy(
                spark.properties(Map.of()), WorkFolder.at(spark.work()), queries, transactions, Clock.systemUTC());
    }

    private LakeSlices slices(Map<String, ?> settings) {
        return new LakeSlices(
                spark.properties(settings), WorkFolder.at(spark.work()), dataSource, Clock.systemUTC(), Duration.ZERO);
    }

    private static void awaitReady(LakeSlices slices) {
        await().until(() -> all(slices) != null);
    }

    private static @Nullable String all(LakeSlices slices) {
        return slices.sums(Grouping.DAY, ALL, null);
    }

    private String state(int month) {
        return warehouse
                .query("SELECT state FROM sales_month WHERE month = ?", month)
                .get(0);
    }

    private static String last(List<String> lines) {
        return lines.get(lines.size() - 1);
    }

    private static JsonNode without(JsonNode object, String field) {
        return ((ObjectNode) object).without(field);
    }

    private List<String> rows(String file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(spark.kept(file))), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }
}
