package org.salesetl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLNonTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.ApiTest;
import org.salesetl.HttpApi.Answer;
import org.salesetl.TestWarehouse.FileEntry;
import org.salesetl.ThrowingSteps;
import org.salesetl.ThrowingSteps.Moment;
import org.salesetl.ledger.RunRequest.Mode;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Any step of any route throws, before or after its work is done. {@code faults.seed} chooses the steps, and {@code faults.steps} says
 * how many: a few in each build, all of them in the campaign.
 */
@Tag("variants")
@Tag("faults")
class ThrowingStepsTest extends ApiTest {

    private static final int STEPS = Integer.getInteger("faults.steps", 25);

    @Autowired
    private ThrowingSteps steps;

    private final Random random = new Random(Long.getLong("faults.seed", 1));
    private int files;

    @BeforeEach
    void loadTheShop() {
        loadShop();
    }

    @AfterEach
    void throwNoMore() {
        steps.stop();
    }

    @Test
    void losesDoublesAndHalfShowsNothingOfAFile() {
        int all = stepsOfALoad().size();
        assertThat(all).isGreaterThan(100);

        for (int step : chosen(all, STEPS)) {
            for (Moment moment : Moment.values()) {
                loadThrough(step, moment, new IllegalStateException("A test lets this step fail"));
            }
        }
    }

    @Test
    void loadsEachFileOnceThoughTheDatabaseGoesAway() {
        int all = stepsOfALoad().size();

        for (int step : chosen(all, Math.max(3, STEPS / 10))) {
            for (Moment moment : Moment.values()) {
                loadThrough(
                        step, moment, new SQLNonTransientConnectionException("A test lets this step fail", "08S01"));
                assertThat(warehouse.entry("sales-" + files + ".csv").status()).isEqualTo("loaded");
            }
        }
    }

    @Test
    void loadsAFileOnceIfItsCommitOnlySeemedToFail() {
        List<String> all = stepsOfALoad();
        int commit = IntStream.range(0, all.size())
                .filter(step -> all.get(step).startsWith("load-new-file: to to[direct://commit-rows"))
                .findFirst()
                .orElseThrow();

        loadThrough(
                commit, Moment.AFTER, new SQLNonTransientConnectionException("A test lets this step fail", "08S01"));

        assertThat(warehouse.entry("sales-" + files + ".csv").status()).isEqualTo("loaded");
    }

    private List<String> stepsOfALoad() {
        steps.count();
        dropSales();
        warehouse.run();
        return steps.stop();
    }

    private void loadThrough(int step, Moment moment, Exception failure) {
        steps.throwAt(step, moment, failure);
        String file = dropSales();
        try {
            warehouse.start(Mode.INCREMENTAL);
        } catch (CamelExecutionException e) {
            // the run could not begin
        }
        warehouse.awaitEnd();
        List<String> reached = steps.stop();
        // as new files or the schedule do it
        warehouse.run();

        String where = moment + " " + (step < reached.size() ? reached.get(step) : "the end");
        FileEntry entry = warehouse.entry(file);
        List<String> places = new ArrayList<>(warehouse.waiting());
        places.addAll(warehouse.archived());
        places.removeIf(place -> !place.endsWith("/" + file) && !place.equals(file));
        assertThat(warehouse.entries(file)).as(where).hasSize(1);
        assertThat(places).as(where).hasSize(1);
        if (entry.status().equals("failed")) {
            assertThat(places.get(0)).as(where).startsWith("failed/");
            assertThat(salesOf(files)).as(where).isZero();
        } else {
            assertThat(entry.status()).as(where).isEqualTo("loaded");
            assertThat(places.get(0)).as(where).isEqualTo(warehouse.today(file));
            assertThat(entry.outcomes()).as(where).containsExactly(5, 3, 0, 0, 1, 1);
            assertThat(salesOf(files)).as(where).isEqualTo(3);
        }
        assertThat(warehouse.query("SELECT run_id FROM etl_run WHERE status = 'running'"))
                .as(where)
                .isEmpty();
        warehouse.assertBooksBalance();
        warehouse.assertRollupsAreExact();
    }

    private int salesOf(int file) {
        return warehouse.count("SELECT COUNT(*) FROM fact_sales WHERE sale_id LIKE ?", "F" + file + "-%");
    }

    /** Three new sales, one that is rejected and one that waits for its product. */
    private String dropSales() {
        files++;
        String prefix = "F" + files + "-";
        String name = "sales-" + files + ".csv";
        warehouse.drop(
                name,
                "sale_id,order_id,customer_id,product_id,order_date,quantity,price",
                prefix + "1," + prefix + "O,C1,P1,2025-01-06,1,2.00",
                prefix + "2," + prefix + "O,C2,P2,2025-01-07,1,2.00",
                prefix + "3," + prefix + "O,C1,P3,2025-02-06,1,2.00",
                prefix + "4," + prefix + "O,C1,P1,2025-02-30,1,2.00",
                prefix + "5," + prefix + "O,C1,P9,2025-02-28,1,2.00");
        return name;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/analytics?period=all",
                "/customer?customer=C1",
                "/product?product=P1",
                "/facts",
                "/data/fact_sales",
                "/etl",
                "/quarantine",
                "/questions",
                "/mappings",
                "/charts/top-cities.png",
                "/api/key-figures",
                "/api/metrics/top-cities",
                "/api/data/fact_sales",
                "/api/facts.csv",
                "/api/etl/runs",
                "/api/search/products?q=pen"
            })
    void answersOnceMoreAfterAnErrorThatSaysNothingOfTheCode(String path) {
        steps.count();
        Answer good = api.getAsAdmin(path, "Accept", "text/html,*/*;q=0.8");
        int all = steps.stop().size();
        assertThat(good.status()).as(path).isEqualTo(200);

        for (int step : chosen(all, STEPS)) {
            steps.throwAt(step, Moment.BEFORE, new IllegalStateException("A test lets this step fail"));
            Answer answer = api.getAsAdmin(path, "Accept", "text/html,*/*;q=0.8");
            List<String> reached = steps.stop();

            String where = path + " " + (step < reached.size() ? reached.get(step) : "the end");
            assertThat(answer.status()).as(where).isIn(200, 500);
            assertThat(answer.text()).as(where).doesNotContain("Exception", "org.salesetl", "A test lets");
            assertThat(api.getAsAdmin(path, "Accept", "text/html,*/*;q=0.8").status())
                    .as("after " + where)
                    .isEqualTo(200);
        }
    }

    private List<Integer> chosen(int all, int most) {
        return IntStream.generate(() -> random.nextInt(all))
                .distinct()
                .limit(Math.min(all, most))
                .boxed()
                .toList();
    }
}
