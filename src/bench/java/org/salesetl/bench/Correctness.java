package org.salesetl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes sure that what was fast was also right; where it was not, the benchmark fails. */
final class Correctness {

    private static final List<String> OUTCOMES = List.of("inserted", "updated", "unchanged", "withdrawn", "leftOut", "rejected", "parked");

    private static final Set<String> SUMS = Set.of(
            "top-customers",
            "monthly-revenue",
            "best-selling-products",
            "category-revenue",
            "orders-per-weekday",
            "quantity-per-category",
            "top-cities",
            "price-vs-quantity");

    private Correctness() {}

    /** Every file loaded, its books balance, and the sales of the run are as expected. */
    static void requireLoaded(Loaded loaded, Dataset data) {
        requireBalance(loaded.run(), "loaded");
        JsonNode expected = data.expected();
        if (expected != null) {
            JsonNode sales = expected.path("counts").path("sales");
            requireCounts(
                    loaded.run(),
                    sales.path("read").asLong(),
                    sales.path("inserted").asLong(),
                    0,
                    0);
            requireReasons(loaded.run(), sales.path("reasons"));
        }
    }

    /** Of a corrected copy of loaded sales, the changed rows were updated and the others left alone. */
    static void requireCorrected(Loaded loaded, Dataset data, int changed) {
        requireBalance(loaded.run(), "loaded");
        JsonNode expected = data.expected();
        if (expected != null) {
            JsonNode sales = expected.path("counts").path("sales");
            requireCounts(
                    loaded.run(),
                    sales.path("read").asLong(),
                    0,
                    changed,
                    sales.path("inserted").asLong() - changed);
        }
    }

    /** The file was recognised, and nothing was read. */
    static void requireRepeated(Loaded loaded) {
        requireBalance(loaded.run(), "already_loaded");
    }

    /** Each of the ten questions is answered as expected. */
    static void requireMetrics(Api api, @Nullable JsonNode expected) throws IOException, InterruptedException {
        requireMetrics(api, expected, 1);
    }

    /**
     * Each of the ten questions is answered as expected.
     *
     * @param times how often the same sales were loaded under other ids: sums are so many times as large, averages and customers are not
     */
    static void requireMetrics(Api api, @Nullable JsonNode expected, int times) throws IOException, InterruptedException {
        if (expected == null) {
            return;
        }
        for (String slug : Api.METRICS) {
            Answers.requireEqual(
                    slug,
                    times(SUMS.contains(slug) ? times : 1, Answers.rows(expected.path("metrics").path(slug))),
                    Answers.rows(api.json("/api/metrics/" + slug).path("rows")));
        }
    }

    /** The last cell of a row is its sum. */
    private static List<List<Object>> times(int times, List<List<Object>> rows) {
        return rows.stream()
                .map(row -> {
                    List<Object> cells = new ArrayList<>(row);
                    cells.set(cells.size() - 1, ((BigDecimal) cells.get(cells.size() - 1)).multiply(BigDecimal.valueOf(times)));
                    return cells;
                })
                .toList();
    }

    private static void requireBalance(Run run, String status) {
        require("the status of the run", "succeeded", run.status());
        for (JsonNode file : run.files()) {
            String name = file.path("name").asText();
            require("the status of " + name, status, file.path("status").asText());
            long outcomes = OUTCOMES.stream()
                    .mapToLong(outcome -> file.path(outcome).asLong())
                    .sum();
            require("the rows read of " + name, outcomes, file.path("read").asLong());
        }
    }

    private static void requireCounts(Run run, long read, long inserted, long updated, long unchanged) {
        require("sales read", read, run.sum("sales", "read"));
        require("sales inserted", inserted, run.sum("sales", "inserted"));
        require("sales updated", updated, run.sum("sales", "updated"));
        require("sales unchanged", unchanged, run.sum("sales", "unchanged"));
        require("sales parked", 0L, run.sum("sales", "parked"));
        require("sales rejected", read - inserted - updated - unchanged, run.sum("sales", "rejected"));
    }

    private static void requireReasons(Run run, JsonNode expected) {
        expected.properties()
                .forEach(reason -> require(
                        "sales rejected as " + reason.getKey(),
                        reason.getValue().asLong(),
                        run.files().stream()
                                .mapToLong(file -> file.path("reasons")
                                        .path(reason.getKey())
                                        .asLong())
                                .sum()));
    }

    static void require(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new WrongResultException("Expected " + what + " to be " + expected + " but found " + actual);
        }
    }
}
