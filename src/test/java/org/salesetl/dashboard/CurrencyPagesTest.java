package org.salesetl.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;

@Tag("variants")
class CurrencyPagesTest extends ApiTest {

    private static final String HEADER = "sale_id,order_id,customer_id,product_id,order_date,quantity,price,currency";

    @BeforeEach
    void sell() {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.drop("products.csv", "product_id", "P1");
        warehouse.drop("rates.csv", "date,currency,rate", "2025-03-03,EUR,1.05");
        warehouse.drop(
                "sales.csv",
                HEADER,
                "S1,O1,C1,P1,2025-03-03,2,100,USD",
                "S2,O2,C1,P1,2025-03-03,1,10,EUR",
                "S3,O3,C1,P1,2025-03-03,1,1000,JPY");
        warehouse.run();
    }

    @Test
    void showTheCurrencyOfTheWarehouseWithEveryAmount() {
        assertThat(api.get("/").text()).contains("data-currency=\"USD\"").contains("US$210.50");
        assertThat(api.get("/api/metrics/top-customers")
                        .json()
                        .path("rows")
                        .path(0)
                        .path(2)
                        .decimalValue())
                .isEqualByComparingTo("210.50");
    }

    @Test
    void showTheMoneyOfAConvertedSaleAsItsFileHasIt() {
        assertThat(api.get("/facts").text()).contains("US$10.50").contains("10.00 EUR");
        assertThat(api.get("/api/facts").json().path("rows"))
                .anySatisfy(sale -> {
                    assertThat(sale.path("originalCurrency").asText()).isEqualTo("EUR");
                    assertThat(sale.path("originalAmount").decimalValue()).isEqualByComparingTo("10");
                    assertThat(sale.path("revenue").decimalValue()).isEqualByComparingTo("10.5");
                })
                .anySatisfy(sale ->
                        assertThat(sale.path("originalCurrency").isNull()).isTrue());
        assertThat(api.get(
                                "/api/data/fact_sales.csv?column=sale_id&column=original_currency&column=original_amount&sort=sale_id")
                        .text()
                        .lines())
                .containsExactly("sale_id,original_currency,original_amount", "S1,,", "S2,EUR,10.0000");
        assertThat(api.get("/data/fact_sales").text()).contains("original_currency");
    }

    @Test
    void showTheMoneyThatWouldWaitForARateInItsCurrency() throws IOException {
        Path file = warehouse.inbox().resolve("check/more.csv");
        Files.writeString(
                file,
                String.join(
                        "\n",
                        HEADER,
                        "S4,O4,C1,P1,2025-03-03,2,15.25,GBP",
                        "S5,O5,C1,P1,2025-03-03,1,17.75,GBP",
                        "S6,O6,C1,P1,2025-03-03,1,1250,JPY"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(600)));

        warehouse.check();

        assertThat(api.get("/api/checks").json().path(0).path("losses"))
                .extracting(loss ->
                        loss.path("rows").asText() + " " + loss.path("amount").asInt() + " "
                                + loss.path("originalAmount")
                                        .decimalValue()
                                        .stripTrailingZeros()
                                        .toPlainString() + " "
                                + loss.path("originalCurrency").asText())
                .containsExactly("2 0 48.25 GBP", "1 0 1250 JPY");
        assertThat(api.get("/checks").text()).contains("48.25 GBP", "JPY");
    }

    @Test
    void showTheMoneyOfRowsThatDoNotCountInTheirCurrency() {
        warehouse.drop(
                "more.csv",
                HEADER + ",status",
                "S4,O4,C1,P1,2025-03-03,2,15.25,EUR,cancelled",
                "S5,O5,C1,P1,2025-02-30,1,17.75,GBP,",
                "S6,O6,C1,P1,2025-02-30,1,18.50,USD,");
        warehouse.run();

        assertThat(api.get("/api/quarantine?status=rejected").json().path("rows"))
                .extracting(row ->
                        row.path("line").asInt() + " " + row.path("amount").asText() + " "
                                + row.path("originalAmount").asText() + " "
                                + row.path("originalCurrency").asText())
                .containsExactly("3 null 17.7500 GBP", "4 18.5000 null null");
        assertThat(api.get("/quarantine?status=rejected").text())
                .contains("17.75 GBP", "US$18.50")
                .doesNotContain("36.25");
        int file = warehouse.entry("more.csv").id();
        assertThat(api.get("/api/files/" + file + "/left-out").json().path("rows"))
                .extracting(row -> row.path("revenue").asText() + " "
                        + row.path("originalAmount").asText() + " "
                        + row.path("originalCurrency").asText())
                .containsExactly("null 30.5000 EUR");
        assertThat(api.get("/files/" + file + "/left-out").text()).contains("30.50 EUR");
        assertThat(api.get("/quarantine/"
                                + warehouse.count(
                                        "SELECT quarantine_id FROM quarantine WHERE line = 3 AND status = 'rejected'"))
                        .text())
                .contains("17.75 GBP");
        warehouse.assertBooksBalance();
    }

    @Test
    void sayForWhichRateASaleWaits() {
        assertThat(api.get("/quarantine").text())
                .contains("missing_rate")
                .contains("1 sale waits for the exchange rate of JPY on 3 Mar 2025")
                .contains(
                        "sales in JPY wait for the rate of JPY on 3 March 2025, or on one of the six days before: drop a file"
                                + " with the columns date, currency, rate");
    }

    @Test
    void sayThatACorrectedRateChangesNoSale() {
        warehouse.drop("corrected.csv", "date,currency,rate", "2025-03-03,EUR,1.06");
        int run = warehouse.run().id();

        assertThat(api.get("/etl/runs/" + run).text()).contains("Sales that are loaded already keep their revenue");
        assertThat(api.get("/api/etl/runs/" + run)
                        .json()
                        .path("files")
                        .path(0)
                        .path("kind")
                        .asText())
                .isEqualTo("rates");
    }
}
