package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One click shows all charts by another measure. */
class MeasuresTest extends BrowserTest {

    /** Pens earn 15.00, lamps lose 15.00, and nobody knows the cost of a cup. */
    private void loadCostedShop() {
        drop("customers.csv", "customer_id,name,city", "C1,Ann,Paris", "C2,Ben,Lyon");
        awaitFiles(1);
        drop(
                "products.csv",
                "product_id,name,category,price,cost_price",
                "P1,Pen,Office,5.00,2.50",
                "P2,Lamp,Light,10.00,15.00",
                "P3,Cup,Home,9.50,");
        awaitFiles(2);
        drop(
                "sales.csv",
                "sale_id,order_id,customer_id,product_id,order_date,quantity",
                "S1,O1,C1,P1,2025-01-06,4",
                "S2,O1,C1,P2,2025-01-06,1",
                "S3,O2,C1,P1,2025-01-07,2",
                "S4,O3,C2,P2,2025-02-03,2",
                "S5,O3,C2,P3,2025-02-03,1");
        awaitFiles(3);
    }

    @Test
    void showsAllChartsByTheChosenMeasure() {
        loadCostedShop();
        open("/analytics?city=Paris");

        page.locator(".measures a", new Page.LocatorOptions().setHasText("Profit"))
                .click();

        page.waitForURL(base() + "/analytics?city=Paris&measure=profit");
        assertThat(page.locator("#category-revenue h2")).hasText("Gross profit by category");
        assertThat(finding("category-revenue")).containsText("Most gross profit: Office, 15.00");
        assertThat(page.locator("#category-revenue .chart-subtitle")).containsText("cost known for all revenue");
        assertThat(page.locator("#quantity-per-category")).hasCount(0);
        assertThat(finding("customer-distribution"))
                .containsText("The measure does not change this: this chart always counts customers.");
        page.locator("#category-revenue summary").click();
        assertThat(page.locator("#category-revenue thead th"))
                .hasText(new String[] {"category", "revenue", "revenue with known cost", "profit"});
        assertThat(page.locator("#category-revenue canvas")).isVisible();
        page.locator("#category-revenue .only-this").first().click();
        page.waitForURL(base() + "/analytics?category=Office&city=Paris&measure=profit");
        link("Remove Paris").click();
        page.waitForURL(base() + "/analytics?category=Office&measure=profit");
        page.locator("#top-customers summary").click();
        page.locator("#top-customers tbody a[title='Its own page']").first().click();
        assertThat(page.locator("#monthly-revenue h2")).hasText("Gross profit by month");
    }

    @Test
    void keepsTheMeasureInAFormWithoutScripts() {
        loadCostedShop();
        Page plain = visit(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        plain.navigate("/analytics");

        plain.locator(".measures a", new Page.LocatorOptions().setHasText("Units"))
                .click();
        plain.locator("#from").fill("2025-02-01");
        plain.locator(".filter-buttons button").click();

        assertThat(plain.locator("#top-cities figcaption"))
                .hasText("The only city in this range is Lyon, with 3 units.");
        assertThat(plain.locator("#top-cities img"))
                .hasAttribute("src", Pattern.compile("from=2025-02-01&measure=units"));
    }

    @Test
    void opensWithTheLastFullMonthAgainstTheMonthAYearBefore() {
        loadTwoYears();

        assertThat(open("/analytics?measure=units")).isEqualTo(200);

        page.waitForURL(base() + "/analytics?from=2025-01-01&measure=units&to=2025-01-31");
        assertThat(page.locator(".page-head")).containsText("January 2025 against January 2024.");
        assertThat(page.locator(".key-figure").first()).containsText("20.00");
        assertThat(page.locator(".key-figure").first()).containsText("+10.00 (+100 %) against January 2024");
        assertThat(page.locator(".key-figure").first()).containsText("−10.00 (−33 %) against December 2024");
        assertThat(page.locator("#top-cities canvas")).isVisible();
        assertThat(page.locator("#top-cities .chart"))
                .hasAttribute("data-chart", Pattern.compile("measure=units&compare=year$"));
        assertThat(drawn("top-cities", 1)).isEqualTo(List.of(List.of(2, 0)));
        assertThat(drawn("monthly-revenue", 1)).isEqualTo(firstOf31Days(2));
        link("All time").click();
        page.waitForURL(base() + "/analytics?measure=units&period=all");
        assertThat(page.locator(".key-figure").first()).containsText("65.00");
        assertThat(page.locator(".preset[aria-current]")).hasText("All time");
        open("/analytics?from=2025-01-01");
        link("Remove From 1 Jan 2025").click();
        page.waitForURL(base() + "/analytics?period=all");
        assertThat(open("/analytics?period=week")).isEqualTo(400);
    }

    /** The values of a series of a chart. */
    private Object drawn(String slug, int series) {
        page.locator("#" + slug).scrollIntoViewIfNeeded();
        assertThat(page.locator("#" + slug + " canvas")).isVisible();
        return page.evaluate(
                "([slug, series]) => echarts.getInstanceByDom(document.querySelector(`#${slug} .chart`)).getOption().series[series].data",
                List.of(slug, series));
    }

    private static List<Object> firstOf31Days(Object value) {
        List<Object> days = new ArrayList<>(Collections.nCopies(31, null));
        days.set(0, value);
        return days;
    }

    private void loadTwoYears() {
        drop("customers.csv", "customer_id,name,city", "C1,Ann,Paris", "C2,Ben,Lyon");
        awaitFiles(1);
        drop("products.csv", "product_id,name,category,price", "P1,Pen,Office,5.00", "P2,Lamp,Light,10.00");
        awaitFiles(2);
        drop(
                "sales.csv",
                "order_id,customer_id,product_id,order_date,quantity",
                "O1,C1,P1,2024-01-01,2",
                "O2,C1,P2,2024-12-31,3",
                "O3,C1,P1,2025-01-03,2",
                "O4,C2,P2,2025-01-31,1",
                "O5,C2,P1,2025-02-03,1");
        awaitFiles(3);
    }

    @Test
    void saysWhatSellsMuchAndEarnsNothing() {
        loadCostedShop();

        open("/analytics");
        assertThat(page.locator(".unprofitable"))
                .hasText(Pattern.compile(
                        "Sells much, earns nothing\\s+Lamp: sold for 30.00, with a gross profit of -15.00"));
        open("/analytics?category=Office");
        assertThat(page.locator(".unprofitable")).hasCount(0);
    }

    @Test
    void saysNothingOfProfitWhereNoCostIsKnown() {
        loadShop();

        open("/analytics");
        assertThat(page.locator(".measures a")).hasText(new String[] {"By question", "Revenue", "Units", "Orders"});
        assertThat(page.locator(".key-figures")).not().containsText("profit");
        open("/analytics?measure=profit");
        assertThat(finding("top-cities")).hasText("No cost is known for sales in this range.");
        assertThat(page.locator("#top-cities .chart")).hasText("No cost is known for sales in this range.");
        assertThat(open("/analytics?measure=margin")).isEqualTo(400);
        assertThat(page.locator("[role=alert]"))
                .containsText("measure: expected one of revenue, profit, units, orders but found margin");
    }
}
