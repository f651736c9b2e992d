package org.salesetl.sale;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salesetl.TestWarehouse.FileEntry;
import org.salesetl.WarehouseTest;

class SalesInCurrenciesTest extends WarehouseTest {

    private static final String HEADER = "sale_id,order_id,customer_id,product_id,order_date,quantity,price,currency";
    private static final String FACTS =
            "SELECT sale_id, unit_price, revenue, original_currency, original_amount FROM fact_sales ORDER BY sale_id";
    private static final String PARKED = "SELECT line, reasons FROM quarantine WHERE status = 'parked' ORDER BY line";

    @Test
    void areConvertedByTheRateOfTheirDay() {
        dropShop();
        warehouse.drop(
                "rates.csv",
                "date,currency,rate",
                "2025-03-01,EUR,1.05",
                "2025-03-03,EUR,1.10",
                "2025-03-02,JPY,0.00667");
        warehouse.drop(
                "sales.csv",
                HEADER,
                "S1,O1,C1,P1,2025-03-03,2,100,USD",
                "S2,O2,C1,P1,2025-03-02,3,9.99,EUR",
                "S3,O3,C1,P1,2025-03-08,1,15000,JPY",
                "S4,O4,C1,P1,2025-03-03,1,,EUR");
        warehouse.run();

        assertThat(warehouse.entry("rates.csv").outcomes()).containsExactly(3, 3, 0, 0, 0, 0);
        assertThat(warehouse.query("SELECT currency FROM warehouse_currency")).containsExactly("USD");
        assertThat(warehouse.query(FACTS))
                .containsExactly(
                        "S1|100.0000|200.0000|null|null",
                        "S2|10.4895|31.4685|EUR|29.9700",
                        "S3|100.0500|100.0500|JPY|15000.0000",
                        "S4|7.0000|7.0000|null|null");
        assertThat(warehouse.query("SELECT sales, revenue FROM rollup_month")).containsExactly("4|338.5185");
        warehouse.assertBooksBalance();
    }

    @Test
    void waitForTheirRateAndLoadWithIt() {
        dropShop();
        warehouse.drop(
                "sales.csv",
                HEADER,
                "S1,O1,C1,P1,2025-03-03,2,100,USD",
                "S2,O2,C1,P1,2025-03-03,3,9.99,EUR",
                "S3,O3,C9,P1,2025-03-03,1,10,EUR",
                "S4,O4,C1,P1,2025-03-20,1,10,EUR");
        warehouse.run();

        assertThat(warehouse.entry("sales.csv").reasons()).isEqualTo(Map.of("missing_rate", 2, "unknown_customer", 1));
        assertThat(warehouse.query(PARKED))
                .containsExactly("3|missing_rate", "4|unknown_customer,missing_rate", "5|missing_rate");
        assertThat(warehouse
                        .query("SELECT faults FROM quarantine WHERE line = 3")
                        .get(0))
                .contains("sales in EUR wait for the rate of EUR on 3 March 2025, or on one of the six days before:"
                        + " drop a file with the columns date, currency, rate");
        assertThat(warehouse.query("SELECT parked_revenue FROM etl_file WHERE name = 'sales.csv'"))
                .as("euros are not counted as dollars")
                .containsExactly("0.0000");

        warehouse.drop("rates.csv", "date,currency,rate", "2025-02-28,EUR,1.05");
        warehouse.run();

        assertThat(warehouse.entry("rates.csv").released()).isEqualTo(1);
        List<String> released = warehouse.query(FACTS);
        assertThat(released).containsExactly("S1|100.0000|200.0000|null|null", "S2|10.4895|31.4685|EUR|29.9700");
        assertThat(warehouse.query(PARKED)).containsExactly("4|unknown_customer", "5|missing_rate");
        assertThat(warehouse.query("SELECT sales, revenue FROM rollup_month")).containsExactly("2|231.4685");
        assertThat(warehouse.reload().status()).isEqualTo("succeeded");
        assertThat(warehouse.query(FACTS)).as("loaded at once").isEqualTo(released);
        warehouse.assertBooksBalance();
    }

    @Test
    void areConvertedInTheSameWayWhetherTheyWaitOrNot() {
        dropShop();
        String[] sales = {
            HEADER,
            "S0,O0,C1,P1,2025-03-03,1,1,USD",
            "S1,O1,C1,P1,2025-03-03,0.3333,12.3456,EUR",
            "S2,O2,C1,P1,2025-03-03,7,0.0001,EUR",
            "S3,O3,C1,P1,2025-03-03,1000,19.99,EUR"
        };
        warehouse.drop("sales.csv", sales);
        warehouse.run();
        warehouse.drop("rates.csv", "date,currency,rate", "2025-03-03,EUR,1.0823456789");
        warehouse.run();
        List<String> released = warehouse.query(FACTS);

        assertThat(warehouse.reload().status()).isEqualTo("succeeded");

        assertThat(warehouse.query(FACTS)).isEqualTo(released).hasSize(4);
        assertThat(released).contains("S3|21.6361|21636.0901|EUR|19990.0000");
    }

    @Test
    void keepTheRevenueOfTheOldRateUntilAReload() {
        dropShop();
        warehouse.drop("rates.csv", "date,currency,rate", "2025-03-03,EUR,1.05", "2025-03-04,EUR,1.06");
        String[] sales = {HEADER, "S1,O1,C1,P1,2025-03-03,1,10,USD", "S2,O2,C1,P1,2025-03-03,1,10,EUR"};
        warehouse.drop("sales.csv", sales);
        warehouse.run();

        warehouse.drop("corrected.csv", "date,currency,rate", "2025-03-03,EUR,1.50", "2025-03-04,EUR,1.06");
        warehouse.run();

        assertThat(warehouse.entry("corrected.csv").outcomes()).containsExactly(2, 0, 1, 1, 0, 0);
        assertThat(warehouse.query(FACTS)).contains("S2|10.5000|10.5000|EUR|10.0000");
        assertThat(warehouse.reload().status()).isEqualTo("succeeded");
        assertThat(warehouse.query(FACTS))
                .containsExactly("S1|10.0000|10.0000|null|null", "S2|15.0000|15.0000|EUR|10.0000");
        assertThat(warehouse.query("SELECT currency FROM warehouse_currency")).containsExactly("USD");
        assertThat(warehouse.query("SELECT date, rate FROM exchange_rate ORDER BY 1"))
                .containsExactly("2025-03-03|1.5000000000", "2025-03-04|1.0600000000");
        warehouse.assertBooksBalance();
    }

    @Test
    void takeNoRateFromBeforeTheWarehouseHadItsCurrency() {
        warehouse.drop("rates.csv", "date,currency,rate", "2025-03-03,EUR,1.05");
        warehouse.run();
        assertThat(warehouse.query("SELECT warehouse_currency FROM exchange_rate"))
                .as("nobody has named it")
                .containsExactly("");
        dropShop();
        warehouse.drop("sales.csv", HEADER, "S1,O1,C1,P1,2025-03-03,1,10,USD", "S2,O2,C1,P1,2025-03-03,1,10,EUR");
        warehouse.run();
        assertThat(warehouse.query(FACTS)).contains("S2|10.5000|10.5000|EUR|10.0000");

        warehouse.update("UPDATE warehouse_currency SET currency = 'GBP'");
        assertThat(warehouse.reload().status()).isEqualTo("succeeded");

        assertThat(warehouse.query("SELECT warehouse_currency FROM exchange_rate"))
                .as("a euro was worth so many dollars, and not so many pounds")
                .containsExactly("USD");
        assertThat(warehouse.query(FACTS)).isEmpty();
        assertThat(warehouse.query(PARKED))
                .containsExactly("2|unknown_product,missing_rate", "3|unknown_product,missing_rate");
        warehouse.drop("pounds.csv", "date,currency,rate", "2025-03-03,EUR,0.84", "2025-03-03,USD,0.80");
        warehouse.drop("products2.csv", "product_id,price", "P1,£5");
        warehouse.run();
        assertThat(warehouse.query(FACTS))
                .containsExactly("S1|8.0000|8.0000|USD|10.0000", "S2|8.4000|8.4000|EUR|10.0000");
    }

    @Test
    void areNotAddedUpOverSeveralFiles() {
        dropShop();
        warehouse.drop("dollars.csv", HEADER, "S1,O1,C1,P1,2025-03-03,1,10,USD");
        warehouse.drop("euros.csv", HEADER, "S2,O2,C1,P1,2025-03-03,1,10,EUR", "S3,O3,C1,P1,2025-03-03,1,10,");
        warehouse.run();

        assertThat(warehouse.entry("euros.csv").reasons())
                .as("a sale that names no currency is in the only one of its file")
                .isEqualTo(Map.of("missing_rate", 2));
        assertThat(warehouse.revenue()).isEqualByComparingTo("10");
    }

    @Test
    void areRejectedWhereNothingSaysWhichOfSeveralCurrenciesTheyHave() {
        dropShop();
        String header = "sale_id,order_id,customer_id,product_id,order_date,quantity,price,amount";
        warehouse.drop(
                "signs.csv",
                header,
                "S1,O1,C1,P1,2025-03-03,1,$10,",
                "S2,O2,C1,P1,2025-03-03,1,€10,",
                "S3,O3,C1,P1,2025-03-03,1,10,",
                "S4,O4,C1,P1,2025-03-03,1,$10,€10",
                "S5,O5,C1,P1,2025-03-03,1,,");
        warehouse.drop(
                "column.csv",
                HEADER,
                "T1,O1,C1,P1,2025-03-03,1,10,USD",
                "T2,O2,C1,P1,2025-03-03,1,10,GBP",
                "T3,O3,C1,P1,2025-03-03,1,10,",
                "T4,O4,C1,P1,2025-03-03,1,10,taler");
        warehouse.run();

        assertThat(warehouse.entry("signs.csv").reasons())
                .isEqualTo(Map.of("missing_rate", 1, "missing_currency", 1, "bad_currency", 1));
        assertThat(warehouse.entry("column.csv").reasons())
                .isEqualTo(Map.of("missing_rate", 1, "missing_currency", 1, "bad_currency", 1));
        assertThat(warehouse
                        .query("SELECT DISTINCT faults FROM quarantine WHERE reason LIKE '%_currency'")
                        .toString())
                .contains("expected a currency beside the amount, since the file has USD, EUR, but found 10")
                .contains("expected all amounts of the row in one currency but found USD and EUR")
                .contains("expected a currency, since the file has USD, GBP, but the cell is empty")
                .contains("expected a currency such as EUR but found taler");
        assertThat(warehouse.revenue())
                .as("the price of a product is in dollars")
                .isEqualByComparingTo("27");
        warehouse.assertBooksBalance();
    }

    @Test
    void areNotMadeOfThePriceOfAProductInAnotherCurrency() {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.drop("dollars.csv", "product_id,price", "P1,$7.00");
        warehouse.drop("euros.csv", "product_id,price", "P2,€7.00", "P3,€8.00");
        warehouse.run();

        FileEntry euros = warehouse.entry("euros.csv");
        assertThat(euros.reasons()).isEqualTo(Map.of("bad_currency", 2));
        assertThat(warehouse.query("SELECT product_id FROM dim_product")).containsExactly("P1");
        assertThat(warehouse.query("SELECT faults FROM quarantine").get(0))
                .contains("expected prices in USD, the currency of the warehouse, but found EUR");
    }

    @Test
    void changeWithANewerFile() {
        dropShop();
        warehouse.drop("rates.csv", "date,currency,rate", "2025-03-03,EUR,1.05");
        warehouse.drop("sales.csv", HEADER, "S0,O0,C1,P1,2025-03-03,1,1,USD", "S1,O1,C1,P1,2025-03-03,1,10,EUR");
        warehouse.run();
        warehouse.drop("again.csv", HEADER, "S0,O0,C1,P1,2025-03-03,1,1,USD", "S1,O1,C1,P1,2025-03-03,1,10.50,USD");
        warehouse.run();

        assertThat(warehouse.entry("again.csv").outcomes()).containsExactly(2, 0, 1, 1, 0, 0);
        assertThat(warehouse.query(FACTS))
                .containsExactly("S0|1.0000|1.0000|null|null", "S1|10.5000|10.5000|null|null");
        warehouse.drop("euros.csv", HEADER, "S1,O1,C1,P1,2025-03-03,1,10,EUR");
        warehouse.run();
        assertThat(warehouse.query(FACTS)).contains("S1|10.5000|10.5000|EUR|10.0000");
    }

    @Test
    void haveNoRevenueAsLongAsTheyAreCancelledOrRejected() {
        dropShop();
        warehouse.drop(
                "sales.csv",
                HEADER + ",status",
                "S1,O1,C1,P1,2025-03-03,1,10,USD,",
                "S2,O2,C1,P1,2025-03-03,1,10,EUR,cancelled",
                "S3,O3,C1,P1,2025-02-30,1,10,EUR,",
                "S4,O4,C1,P1,2025-02-30,1,10,USD,");
        warehouse.run();

        assertThat(warehouse.query("SELECT left_out_revenue, rejected_revenue FROM etl_file WHERE name = 'sales.csv'"))
                .containsExactly("0.0000|10.0000");
        warehouse.assertBooksBalance();
    }

    @Test
    void comeBackFromTheQuarantineInTheCurrencyThatTheirFileHas() throws Exception {
        dropShop();
        warehouse.drop(
                "sales.csv",
                HEADER,
                "S1,O1,C1,P1,2025-03-03,1,10,USD",
                "S2,O2,C1,P1,2025-03-03,1,10,EUR",
                "S3,O3,C1,P1,2025-02-30,1,10,EUR",
                "S4,O4,C1,P1,2025-02-30,1,10,");
        warehouse.run();
        String rejects = Files.readString(warehouse.archived(warehouse.today("sales.rejects.csv")));
        warehouse.drop(
                "sales.rejects.csv", rejects.replace("2025-02-30", "2025-03-03").getBytes(UTF_8));
        warehouse.run();

        assertThat(warehouse.entry("sales.rejects.csv").reasons())
                .as("the only currency in the file of rejects is not the only one of the sales")
                .isEqualTo(Map.of("missing_rate", 1, "missing_currency", 1));
    }

    private void dropShop() {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.drop("products.csv", "product_id,price", "P1,$7");
    }
}
