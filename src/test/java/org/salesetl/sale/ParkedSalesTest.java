package org.salesetl.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salesetl.WarehouseTest;

class ParkedSalesTest extends WarehouseTest {

    private static final String HEADER = "sale_id,order_id,customer_id,product_id,order_date,quantity,price";
    private static final String FACTS = """
            SELECT sale_id, customer_id, product_id, quantity, unit_price, f.name, s.source_line
            FROM fact_sales s
              JOIN dim_customer c ON c.customer_key = s.customer_key
              JOIN dim_product p ON p.product_key = s.product_key
              JOIN etl_file f ON f.file_id = s.source_file_id
            ORDER BY sale_id""";

    @Test
    void releasesSalesThatCameBeforeTheirCustomersAndProducts() {
        warehouse.drop("sales.csv", HEADER, "S1,O1,C1,P1,2025-01-31,2,", ",,,,,,", "S2,O1,C1,P1,2025-01-31,1,7");
        warehouse.run();
        assertThat(warehouse.entry("sales.csv").outcomes()).containsExactly(2, 0, 0, 0, 0, 2);
        assertThat(warehouse.entry("sales.csv").reasons()).isEqualTo(Map.of("unknown_customer", 2));
        assertThat(reasons())
                .containsExactly(
                        "2|parked|unknown_customer,unknown_product", "4|parked|unknown_customer,unknown_product");

        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.run();
        assertThat(warehouse.entry("customers.csv").released()).isZero();
        assertThat(reasons()).containsExactly("2|parked|unknown_product", "4|parked|unknown_product");

        warehouse.drop("products.csv", "product_id,price", "P1,1.5");
        warehouse.run();

        assertThat(warehouse.entry("products.csv").released()).isEqualTo(2);
        assertThat(warehouse.query(FACTS))
                .containsExactly("S1|C1|P1|2.0000|1.5000|sales.csv|2", "S2|C1|P1|1.0000|7.0000|sales.csv|4");
        assertThat(warehouse.query(
                        "SELECT q.status, s.name FROM quarantine q JOIN etl_file s ON s.file_id = q.settled_by"))
                .containsExactly("released|products.csv", "released|products.csv");
        assertThat(warehouse.count("SELECT COUNT(*) FROM parked_sale")).isZero();
        assertThat(warehouse.query("SELECT date_key FROM dim_date")).containsExactly("20250131");
        warehouse.assertBooksBalance();
    }

    @Test
    void releasesASaleOnceItsProductHasAPrice() {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.drop("products.csv", "product_id,name", "P1,Pen");
        warehouse.drop("sales.csv", HEADER, "S1,O1,C1,P1,2025-01-31,2,");
        warehouse.run();
        assertThat(warehouse.entry("sales.csv").reasons()).isEqualTo(Map.of("missing_price", 1));

        warehouse.drop("products.csv", "product_id,name", "P1,Pencil");
        warehouse.run();
        assertThat(warehouse.entry("products.csv").released()).isZero();

        warehouse.drop("prices.csv", "product_id,price", "P1,0.001");
        warehouse.run();

        assertThat(warehouse.entry("prices.csv").released()).isEqualTo(1);
        assertThat(warehouse.query(FACTS)).containsExactly("S1|C1|P1|2.0000|0.0010|sales.csv|2");
    }

    @Test
    void showsWhatIsMissingNowAndNotWhatWasMissingThen() {
        warehouse.drop("sales.csv", HEADER, "S1,O1,C1,P1,2025-01-31,2,");
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.run();
        warehouse.drop("products.csv", "product_id", "P1");
        warehouse.run();

        assertThat(reasons()).containsExactly("2|parked|missing_price");
        assertThat(warehouse.query("SELECT reason FROM quarantine")).containsExactly("missing_price");
    }

    @Test
    void letsANewerDropWinOverAParkedSale() {
        warehouse.drop("old.csv", HEADER, "S1,O1,C1,P1,2025-01-31,2,1", "S2,O1,C1,P1,2025-01-31,2,1");
        warehouse.run();
        warehouse.drop("new.csv", HEADER, "S1,O1,C1,P1,2025-01-31,9,1");
        warehouse.run();
        assertThat(
                        warehouse.query(
                                "SELECT f.name, line, q.status FROM quarantine q JOIN etl_file f USING (file_id) ORDER BY 1, 2"))
                .containsExactly("new.csv|2|parked", "old.csv|2|superseded", "old.csv|3|parked");

        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.drop("products.csv", "product_id", "P1");
        warehouse.run();

        assertThat(warehouse.query(FACTS))
                .containsExactly("S1|C1|P1|9.0000|1.0000|new.csv|2", "S2|C1|P1|2.0000|1.0000|old.csv|3");
        warehouse.assertBooksBalance();
    }

    @Test
    void letsANewerLoadedSaleWinOverAParkedOne() {
        warehouse.drop("shop.csv", "customer_id", "C1");
        warehouse.drop("products.csv", "product_id,price", "P1,1");
        warehouse.drop("old.csv", HEADER, "S1,O1,C9,P1,2025-01-31,2,");
        warehouse.run();
        warehouse.drop("new.csv", HEADER, "S1,O1,C1,P1,2025-01-31,3,");
        warehouse.run();
        warehouse.drop("late.csv", "customer_id", "C9");
        warehouse.run();

        assertThat(warehouse.entry("late.csv").released()).isZero();
        assertThat(warehouse.query(FACTS)).containsExactly("S1|C1|P1|3.0000|1.0000|new.csv|2");
        assertThat(warehouse.query("SELECT status FROM quarantine")).containsExactly("superseded");
    }

    @Test
    void keepsALoadedSaleUntilTheNewerParkedOneIsReleased() {
        warehouse.drop("shop.csv", "customer_id", "C1");
        warehouse.drop("products.csv", "product_id,price", "P1,1");
        warehouse.drop("old.csv", HEADER, "S1,O1,C1,P1,2025-01-31,2,");
        warehouse.run();
        warehouse.drop("new.csv", HEADER, "S1,O1,C9,P1,2025-01-31,3,");
        warehouse.run();
        assertThat(warehouse.query(FACTS)).containsExactly("S1|C1|P1|2.0000|1.0000|old.csv|2");

        warehouse.drop("late.csv", "customer_id", "C9");
        warehouse.run();

        assertThat(warehouse.query(FACTS)).containsExactly("S1|C9|P1|3.0000|1.0000|new.csv|2");
    }

    @Test
    void releasesQuantitiesWithDecimalsAsIfNothingHadBeenMissing() {
        String[] sales = {
            HEADER,
            "S1,O1,C1,P1,2025-01-31,0.350,",
            "S2,O1,C1,P1,2025-01-31,0.0005,0.9",
            "S3,O1,C1,P1,2025-01-31,2.5,1.2345"
        };
        warehouse.drop("sales.csv", sales);
        warehouse.run();
        assertThat(warehouse.query("SELECT sale_id, quantity FROM parked_sale ORDER BY 1"))
                .containsExactly("S1|0.3500", "S2|0.0005", "S3|2.5000");

        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.drop("products.csv", "product_id,price", "P1,19.99");
        warehouse.run();

        String revenue = "SELECT sale_id, quantity, unit_price, revenue FROM fact_sales ORDER BY 1";
        List<String> released = warehouse.query(revenue);
        assertThat(released)
                .containsExactly("S1|0.3500|19.9900|6.9965", "S2|0.0005|0.9000|0.0005", "S3|2.5000|1.2345|3.0863");
        assertThat(warehouse.query("SELECT sales, quantity, revenue FROM rollup_month"))
                .containsExactly("3|2.8505|10.0833");
        assertThat(warehouse.reload().status()).isEqualTo("succeeded");
        assertThat(warehouse.query(revenue)).as("loaded at once").isEqualTo(released);
        warehouse.assertBooksBalance();
    }

    @Test
    void rejectsASaleWhosePriceNobodyCouldStore() {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.drop("products.csv", "product_id,price", "P1,950000000000000", "P2,");
        warehouse.drop("sales.csv", HEADER, "S1,O1,C1,P1,2025-01-31,0.5,", "S2,O1,C1,P2,2025-01-31,0.5,");
        warehouse.run();

        assertThat(warehouse.entry("sales.csv").reasons()).isEqualTo(Map.of("bad_price", 1, "missing_price", 1));
        assertThat(warehouse
                        .query("SELECT faults FROM quarantine WHERE reason = 'bad_price'")
                        .get(0))
                .contains("expected a price and a revenue below 900,000,000,000,000 but found 0.5 × 950000000000000");
        warehouse.drop("prices.csv", "product_id,price", "P2,950000000000000");
        warehouse.run();
        assertThat(warehouse.entry("prices.csv").released()).isZero();
        warehouse.assertBooksBalance();
    }

    @Test
    void rejectsASaleWhoseRevenueNobodyCouldStore() {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.drop("products.csv", "product_id,price", "P1,899999999999999.9999");
        warehouse.drop("sales.csv", HEADER, "S1,O1,C1,P1,2025-01-31,2,", "S2,O1,C1,P1,2025-01-31,1,");

        warehouse.run();

        assertThat(warehouse.entry("sales.csv").outcomes()).containsExactly(2, 1, 0, 0, 1, 0);
        assertThat(warehouse.entry("sales.csv").reasons()).isEqualTo(Map.of("bad_price", 1));
        warehouse.assertBooksBalance();
    }

    @Test
    void readsNoParameterFromTheHeadersOfWhoeverAsked() {
        warehouse.drop("customers.csv", "customer_id,email", "C1,");
        warehouse.drop("products.csv", "product_id,price", "P1,");

        warehouse.runWithHeaders(Map.of("email", "x@example.org", "price", "99", "costPrice", "99", "archivedAs", "x"));

        assertThat(warehouse.query("SELECT email FROM dim_customer")).containsExactly("null");
        assertThat(warehouse.query("SELECT price, cost_price FROM dim_product")).containsExactly("null|null");
    }

    private List<String> reasons() {
        return warehouse.query("SELECT line, status, reasons FROM quarantine ORDER BY line");
    }
}
