package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataPageTest extends BrowserTest {

    private static final String ROWS = ".data-table tbody tr";

    @Test
    void pagesThroughTheRows() {
        loadManyCustomers();

        open("/data/dim_customer?limit=50");
        assertThat(page.locator(".pager").first()).containsText("1–50 of 120");
        assertThat(page.locator(ROWS)).hasCount(50);

        link("Next").first().click();
        assertThat(page.locator(".pager").first()).containsText("51–100 of 120");
        link("Next").first().click();
        assertThat(page.locator(ROWS)).hasCount(20);
        assertThat(link("Next")).hasCount(0);

        link("Previous").first().click();
        assertThat(page.locator(".pager").first()).containsText("51–100 of 120");
    }

    @Test
    void sortsByAClickedColumn() {
        loadManyCustomers();
        open("/data/dim_customer");

        link("Name").click();
        assertThat(page.locator("th[aria-sort=ascending]")).hasText("Name");
        assertThat(page.locator("th[aria-sort=ascending] a")).hasAttribute("title", "name");
        assertThat(page.locator(ROWS).first()).containsText("Customer 001");

        link("Name").click();
        assertThat(page.locator("th[aria-sort=descending]")).hasText("Name");
        assertThat(page.locator(ROWS).first()).containsText("Customer 120");
    }

    @Test
    void findsRowsByText() {
        loadManyCustomers();
        open("/data/dim_customer");

        page.getByLabel("Search").fill("customer 07");
        button("Search").click();

        assertThat(page.locator(ROWS)).hasCount(10);
        assertThat(page.getByLabel("Search").inputValue()).isEqualTo("customer 07");

        page.getByLabel("Search").fill("nobody");
        button("Search").click();
        assertThat(page.locator(".empty-state")).containsText("No row contains “nobody”.");
        link("Show all rows").click();
        assertThat(page.locator(ROWS)).hasCount(120);
    }

    @Test
    void showsOnlyTheChosenRowsAndColumns() {
        loadManyCustomers();
        open("/data/dim_customer");

        page.getByLabel("Only where Customer number is").fill("C1*");
        page.getByLabel("Only where Line is").fill("12..20");
        page.getByLabel("Only where Line is").press("Enter");

        page.waitForURL(
                base() + "/data/dim_customer?sort=customer_key&order=asc&limit=500&customer_id=C1*&line=12..20");
        assertThat(page.locator(ROWS)).hasCount(9);
        assertThat(page.getByLabel("Only where Customer number is").inputValue())
                .isEqualTo("C1*");

        page.locator(".picker summary").click();
        page.getByLabel("Name name", new Page.GetByLabelOptions().setExact(true))
                .check();
        page.getByLabel("City city", new Page.GetByLabelOptions().setExact(true))
                .check();
        button("Show").click();
        assertThat(page.locator("thead th")).hasText(new String[] {"Name", "City"});
        assertThat(page.locator(ROWS)).hasCount(9);

        Download csv = page.waitForDownload(() -> link("All rows as CSV").click());
        assertThat(csv.path()).content().startsWith("name,city\r\n").hasLineCount(10);
        link("Clear").click();
        assertThat(page.locator(ROWS)).hasCount(120);
    }

    @Test
    void showsFileLineAndEmptyCells() {
        loadShop();

        open("/data/dim_customer");

        assertThat(page.locator(ROWS).nth(0)).containsText(HOSTILE);
        assertThat(page.locator(ROWS).nth(1).locator("td"))
                .containsText(new String[] {"", "C2", "Ben Baker", "empty", "Lyon", "customers.csv", "3"});
    }

    @Test
    void linksToTheRecordAsItWasDropped() {
        loadShop();
        open("/data/fact_sales");

        link("3").click();

        assertThat(page.locator("h1")).hasText("Line 3 of sales.csv");
        assertThat(page.locator("main")).containsText("2025-01-06");
        open("/data/dim_date");
        assertThat(page.locator(ROWS + " a")).hasCount(0);
    }

    @Test
    void linksToTheOtherTables() {
        loadShop();
        open("/data/fact_sales");

        link("Products").click();

        assertThat(page.locator("h1")).hasText("Products");
        assertThat(page.locator(ROWS)).hasCount(2);
        assertThat(page.locator(".tabs [aria-current=page]")).containsText("dim_product");
    }

    @Test
    void saysWhichTablesThereAre() {
        assertThat(open("/data/passwords")).isEqualTo(404);

        assertThat(page.locator("h1")).hasText("There is nothing here");
        assertThat(page.locator("main")).containsText("dim_customer, dim_product, dim_date, fact_sales");
    }

    @Test
    void saysHowManyRowsAPageMayHave() {
        assertThat(open("/data/dim_customer?limit=9999")).isEqualTo(400);

        assertThat(page.locator("main")).containsText("limit: expected a whole number from 1 to 500 but found 9999");
    }

    private void loadManyCustomers() {
        drop(
                "customers.csv",
                "customer_id,name,city\n"
                        + String.join(
                                "\n",
                                IntStream.rangeClosed(1, 120)
                                        .mapToObj(number -> "C%03d,Customer %03d,Paris".formatted(121 - number, number))
                                        .toList()));
        awaitFiles(1);
    }
}
