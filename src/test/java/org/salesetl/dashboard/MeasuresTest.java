package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
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
        assertThat(finding("category-revenue")).containsText("cost known for all revenue");
        assertThat(page.locator("#quantity-per-category")).hasCount(0);
        assertThat(finding("customer-distribution"))
                .containsText("The measure does not change this: this chart always counts customers.");
        page.locator("#category-revenue summary").click();
        assertThat(page.locator("#category-revenue thead th"))
                .hasText(new String[] {"category", "revenue", "costed revenue", "profit"});
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
    void saysWhatSellsMuchAndEarnsNothing() {
        loadCostedShop();

        open("/analytics");
        assertThat(page.locator(".unprofitable"))
                .hasText("Sells much, earns nothing: Lamp sold for 30.00, with a gross profit of -15.00.");
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
