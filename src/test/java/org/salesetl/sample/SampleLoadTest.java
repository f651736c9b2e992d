package org.salesetl.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;
import org.salesetl.validation.Reason;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("variants")
class SampleLoadTest extends ApiTest {

    @Autowired
    private SampleFiles samples;

    @Test
    void haveEveryReasonInTheQuarantineAndAnswerEveryQuestion() {
        samples.writeTo(warehouse.inbox());

        assertThat(warehouse.run().status()).isEqualTo("succeeded");

        warehouse.assertBooksBalance();
        List<String> codes = Arrays.stream(Reason.values())
                .map(Reason::label)
                // the shop of the sample files sells in one currency
                .filter(code -> !code.endsWith("_currency") && !code.endsWith("_rate"))
                .toList();
        for (String code : codes) {
            assertThat(api.get("/api/quarantine?reason=" + code)
                            .json()
                            .path("total")
                            .asInt())
                    .as(code)
                    .isPositive();
        }
        assertThat(warehouse.count("SELECT COUNT(*) FROM dim_customer")).isEqualTo(200);
        assertThat(warehouse.count("SELECT COUNT(*) FROM dim_product")).isEqualTo(50);
        assertThat(warehouse.count("SELECT COUNT(DISTINCT order_id) FROM fact_sales"))
                .isBetween(2_900, 3_000);
        int read = warehouse.count("SELECT SUM(rows_read) FROM etl_file");
        int wrong = warehouse.count("SELECT SUM(rejected + parked) FROM etl_file");
        assertThat(100.0 * wrong / read).isBetween(1.0, 3.5);
    }

    @Test
    void areRefusedForAWarehouseWithSales() {
        loadShop();

        assertThat(api.postAsAdmin("/samples", "").status()).isEqualTo(409);
        assertThat(warehouse.waiting()).isEmpty();
    }

    @Test
    void areDroppedAndLoadedOnRequest() {
        assertThat(api.post("/samples", "").status()).isIn(302, 401, 403);

        assertThat(api.postAsAdmin("/samples", "").status()).isEqualTo(303);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> warehouse.count("SELECT COUNT(*) FROM etl_run WHERE status = 'succeeded'") == 1);
        assertThat(warehouse.entries("sales.csv")).hasSize(1);
    }
}
