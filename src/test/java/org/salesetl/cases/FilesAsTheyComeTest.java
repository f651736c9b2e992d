package org.salesetl.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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

    @Tag("reading")
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

    @Tag("reading")
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
        "36-bom-before-quoted-header/b-double-bom.csv, 41.00, 0",
        "36-bom-before-quoted-header/c-bom-sep.csv, 41.00, 0",
        "36-bom-before-quoted-header/d-utf16le-no-bom.csv, 41.00, 0",
        "36-bom-before-quoted-header/e-bom-in-the-middle.csv, 61.00, 0",
        "30-day-month-evidence/a-only-another-column-tells.csv, 60.00, 0",
        "03-square-item-sales/b-renamed.csv, 12.00, 5",
        "01-shopify-orders-export/b-renamed.csv, 88.00, 3",
        "07-ebay-orders-report/b-renamed.csv, 950.00, 2",
        "15-voucher-register-fill-down/b-renamed.csv, 8350.00, 1",
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

    @Tag("reading")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-orders.xls",
                "b-orders.xls",
                "c-orders.xls",
                "d-orders-old.xls",
                "e-html-named.xlsx",
                "f-csv-named.xlsx",
                "g-html-named.csv",
                "h-xlsx-named.csv",
                "i-truncated.zip"
            })
    void readsAFileByWhatItIsAndNotByItsName(String name) {
        warehouse.drop("customers.csv", "customer_id", "C-01");
        warehouse.drop("products.csv", "product_id", "MUG-1");
        FileEntry entry = load("41-excel-files-that-are-not/" + name);

        switch (name.charAt(0)) {
            case 'a', 'e', 'g', 'h' -> {
                assertThat(entry.status()).isEqualTo("unpacked");
                assertThat(warehouse.revenue()).isEqualByComparingTo("25.00");
            }
            case 'c', 'f' -> {
                assertThat(entry.status()).isEqualTo("loaded");
                assertThat(warehouse.revenue()).isEqualByComparingTo("25.00");
            }
            case 'b' ->
                assertThat(entry.message())
                        .startsWith("No sheet here is of customers, products or sales. Sheet \"Orders\": Expected")
                        .contains("found \"order_id\". ");
            case 'd' ->
                assertThat(entry.message())
                        .isEqualTo(
                                "Expected a complete workbook in the old Excel format (.xls) but it is damaged or was"
                                        + " cut off. Open it in a spreadsheet, save it as .xlsx and drop that.");
            default ->
                assertThat(entry.message())
                        .isEqualTo("Expected a complete ZIP file or workbook but it is damaged or was cut off."
                                + " Make it again, or copy it again from where it came from, and drop it again.");
        }
        assertThat(warehouse.entry("customers.csv").status()).isEqualTo("loaded");
        assertThat(warehouse.waiting()).isEmpty();
        assertThat(warehouse.query("SELECT message FROM etl_file WHERE message IS NOT NULL"))
                .noneMatch(message -> message.matches("(?is).*(BOF record|ZipException|no header|<html).*"));
    }

    @Tag("reading")
    @ParameterizedTest
    @CsvSource({
        "01-shopify-orders-export/a-orders_export_1.csv, 192.00, 0",
        "03-square-item-sales/a-items-2025-10.csv, 1077.50, 0",
        "07-ebay-orders-report/a-eBay-OrdersReport-Aug-2025.csv, 950.00, 0",
        "11-nuvemshop-vendas-latin1/a-vendas.csv, 259.70, 0",
        "15-voucher-register-fill-down/a-busy-sales.csv, 9050.00, 0",
        "16-odoo-sale-order-xlsx/a-sale.order.xlsx, 3370.00, 0",
        "22-xlsx-title-rows-subtotals/a-Sales March.xlsx, 121.00, 0",
        "39-hundreds-of-empty-template-rows/a-orders.xlsx, 60.00, 0",
        "39-hundreds-of-empty-template-rows/b-orders.csv, 40.00, 0",
    })
    void loadsAnExportAsItIs(String file, BigDecimal revenue, int rejected) {
        FileEntry entry = load(file);

        assertThat(entry.status()).as(entry.message()).isIn("loaded", "unpacked");
        assertThat(warehouse.query("SELECT reasons, raw FROM quarantine WHERE status = 'rejected'"))
                .hasSize(rejected);
        assertThat(warehouse.query("SELECT reasons, raw FROM quarantine WHERE status = 'parked'"))
                .isEmpty();
        assertThat(warehouse.revenue()).isEqualByComparingTo(revenue);
    }

    @Tag("reading")
    @ParameterizedTest
    @CsvSource({
        "34-currencies-added-up/a-currency-column.csv, USD, 300.00, 'EUR|JPY'",
        "34-currencies-added-up/b-currency-signs.csv, USD, 300.00, 'EUR|JPY'",
        "05-amazon-all-orders-txt/a-50028020354.txt, EUR, 191.90, GBP",
        "05-amazon-all-orders-txt/b-50028020354.tsv, EUR, 191.90, GBP",
    })
    void neverAddsUpCurrencies(String file, String own, BigDecimal revenue, String others) {
        FileEntry entry = load(file);

        assertThat(entry.status()).isEqualTo("loaded");
        assertThat(warehouse.revenue()).isEqualByComparingTo(revenue);
        assertThat(warehouse.query("SELECT currency FROM warehouse_currency")).containsExactly(own);
        assertThat(warehouse.query("SELECT currency FROM parked_sale ORDER BY line"))
                .containsExactly(others.split("\\|", -1));
        assertThat(warehouse.query("SELECT DISTINCT reasons FROM quarantine")).containsExactly("missing_rate");
        assertThat(warehouse
                        .query("SELECT evidence FROM etl_file WHERE status = 'loaded'")
                        .get(0))
                .contains("currencies: ");
    }

    @Test
    void convertsSalesInOtherCurrenciesOnceTheirRatesAreThere() {
        load("34-currencies-added-up/b-currency-signs.csv");
        warehouse.drop("rates.csv", "date,currency,rate", "2025-03-04,EUR,1.05", "2025-03-04,JPY,0.0067");
        warehouse.run();

        assertThat(warehouse.entry("rates.csv").released()).isEqualTo(2);
        assertThat(warehouse.revenue()).isEqualByComparingTo("505.50");
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
