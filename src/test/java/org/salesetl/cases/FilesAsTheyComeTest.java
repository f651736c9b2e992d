package org.salesetl.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.TestWarehouse.FileEntry;
import org.salesetl.WarehouseTest;

/** Files as shops write them and as bug reports had them, held against what a careful analyst expects of each. */
class FilesAsTheyComeTest extends WarehouseTest {

    private static final Path CASES = Path.of("../shared/cases");

    @BeforeEach
    void requireCases() {
        assumeThat(CASES).as("the example files beside the project").isDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-05-Mar-25",
                "b-Mar-5-2025",
                "c-5-mars-2025",
                "d-20250305",
                "f-ampm",
                "g-05-MAR-2025",
                "h-weekday"
            })
    void readsDatesInEveryFormThatLeavesNoDoubt(String file) {
        load("25-date-forms-beyond-digits/" + file + ".csv");

        assertThat(warehouse.query("SELECT date FROM fact_sales JOIN dim_date USING (date_key) ORDER BY date"))
                .containsExactly("2025-03-05", "2025-03-14", "2025-03-31");
        assertThat(warehouse.revenue()).isEqualByComparingTo("30.00");
    }

    @ParameterizedTest
    @CsvSource({
        "28-comma-price-times-hundred/a-mixed.csv, 5704.23, 2",
        "30-day-month-evidence/b-one-row-tells.csv, 60.00, 0",
        "32-trailing-delimiter-and-stray-commas/a-rows-end-with-comma.csv, 101.00, 0",
        "32-trailing-delimiter-and-stray-commas/b-header-ends-with-comma.csv, 41.00, 0",
        "32-trailing-delimiter-and-stray-commas/c-unquoted-commas.csv, 60.00, 2",
        "13-german-erp-euro-suffix/b-renamed-yy.csv, 16049.49, 1",
        "13-german-erp-euro-suffix/c-renamed-yyyy.csv, 16049.49, 1",
        "36-bom-before-quoted-header/a-bom-quoted.csv, 41.00, 0",
        "36-bom-before-quoted-header/c-bom-sep.csv, 41.00, 0",
        "38-ways-to-write-minus/b-negative-quantities.csv, 50.00, 4",
    })
    void loadsWhatIsSold(String file, BigDecimal revenue, int rejected) {
        FileEntry entry = load(file);

        assertThat(entry.status()).isEqualTo("loaded");
        assertThat(warehouse.revenue()).isEqualByComparingTo(revenue);
        assertThat(warehouse.query("SELECT reason FROM quarantine WHERE status = 'rejected'"))
                .hasSize(rejected);
    }

    @Test
    void neverReadsAMinusAsAPlus() {
        load("38-ways-to-write-minus/a-negative-prices.csv");

        assertThat(warehouse.revenue()).isEqualByComparingTo("85.10");
        assertThat(warehouse.query("SELECT DISTINCT reason FROM quarantine")).isSubsetOf("negative_price", "bad_price");
        assertThat(warehouse.query("SELECT amount FROM quarantine WHERE amount > 0"))
                .isEmpty();
    }

    @Test
    void neverReadsAYearOfTwoDigitsIntoTheFuture() {
        load("30-day-month-evidence/c-two-digit-years.csv");

        assertThat(warehouse.query("SELECT date FROM fact_sales JOIN dim_date USING (date_key)"))
                .containsExactly("2024-06-05");
        assertThat(warehouse.query("SELECT DISTINCT reason FROM quarantine")).containsExactly("date_out_of_range");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13-german-erp-euro-suffix/a-Bestellungen.csv",
                "19-sales-data-sample-price-vs-sales/a-sales_data_sample.csv"
            })
    void takesNoExportOfOrdersForProductsOrCustomers(String file) {
        FileEntry entry = load(file);

        assertThat(entry.status()).isEqualTo("refused");
        assertThat(entry.message()).contains("Expected a header with the columns of customers, products or sales");
        assertThat(warehouse.query("SELECT product_id FROM dim_product")).isEmpty();
        assertThat(warehouse.query("SELECT customer_id FROM dim_customer")).isEmpty();
    }

    @Test
    void refusesPaymentsInWords() {
        FileEntry entry = load("21-paypal-activity-is-not-sales/a-Download.CSV");

        assertThat(entry.status()).isEqualTo("refused");
        assertThat(entry.message()).startsWith("Expected sales but found payments");
    }

    private FileEntry load(String file) {
        Path dropped = warehouse.drop(CASES.resolve(file));
        warehouse.run();
        return warehouse.entry(dropped.getFileName().toString());
    }
}
