package org.salesetl.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;
import org.salesetl.slice.MetricFilter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

class KeptTotalsTest extends ApiTest {

    private static final MetricFilter YEAR = new MetricFilter(
            LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), List.of(), List.of(), List.of(), List.of());
    private static final String QUERY = "?from=2025-01-01&to=2025-12-31";

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private SliceSums sums;

    @Autowired
    private KeptTotals totals;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void thePacksAreReadOnceForAWholePage() {
        loadShop();
        double before = scans();

        assertThat(api.get("/analytics" + QUERY).status()).isEqualTo(200);
        assertThat(scans()).isEqualTo(before + 1);

        for (Metric metric : Metric.values()) {
            assertThat(api.get("/api/metrics/" + metric.slug() + QUERY).status())
                    .isEqualTo(200);
        }
        assertThat(api.get("/api/key-figures" + QUERY).status()).isEqualTo(200);
        assertThat(scans()).isEqualTo(before + 1);

        assertThat(api.get("/api/metrics/top-cities" + QUERY + "&category=Office")
                        .status())
                .isEqualTo(200);
        assertThat(scans()).isEqualTo(before + 2);
    }

    @Test
    void areThoseThatTheTransactionSees() {
        loadShop();
        String revenue = revenue();

        String seen = transactions.execute(status -> {
            jdbc.queryForObject("SELECT COUNT(*) FROM fact_sales", Long.class);
            CompletableFuture.runAsync(this::loadMore).join();
            assertThat(revenue()).isNotEqualTo(revenue);
            return sumsByMonth();
        });

        assertThat(seen).contains("[202501,3,").doesNotContain("[202512,");
        String now = transactions.execute(status -> sumsByMonth());
        assertThat(now).contains("[202501,3,", "[202512,1,");
        assertThat(revenue()).isNotEqualTo(revenue);
    }

    @Test
    void areNotKeptIfTheyAreTooLarge() {
        loadShop();
        List<Long> limits = new ArrayList<>();

        for (int question = 0; question < 2; question++) {
            assertThat(transactions.<Boolean>execute(status -> totals.totals(YEAR, limit -> {
                                limits.add(limit);
                                return null;
                            })
                            == null))
                    .isTrue();
        }
        assertThat(limits).hasSize(1).allMatch(limit -> limit > 1_000_000);
        String alone = transactions.execute(status -> sumsByMonth());
        assertThat(alone).contains("[202501,3,");
    }

    private void loadMore() {
        warehouse.drop(
                "more.csv", "sale_id,order_id,customer_id,product_id,order_date,quantity", "S9,O9,C1,P1,2025-12-24,7");
        warehouse.run();
    }

    private String sumsByMonth() {
        MetricDraft draft = new MetricDraft(new MetricQuery(Metric.MONTHLY_REVENUE, YEAR));
        sums.addUp(draft);
        return String.valueOf(draft.parameters().get("sums"));
    }

    private String revenue() {
        return api.get("/api/key-figures" + QUERY).json().path("revenue").asText();
    }

    private double scans() {
        return meters.get("cache.gets")
                .tag("cache", "slice-totals")
                .tag("result", "miss")
                .functionCounter()
                .count();
    }
}
