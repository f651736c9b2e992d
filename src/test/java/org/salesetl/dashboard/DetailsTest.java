package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Charts lead to details: from months to the sales of a day, and to the pages of products and customers. */
class DetailsTest extends BrowserTest {

    @Test
    void leadsFromAMonthToTheSalesOfADay() {
        loadShop();
        open("/analytics");
        openNumbers("monthly-revenue");
        page.locator("#monthly-revenue .only-this").first().click();
        page.waitForURL(base() + "/analytics?from=2025-01-01&to=2025-01-31&by=week");
        assertThat(finding("monthly-revenue")).containsText("The only week with sales, the week of 6 January 2025");
        assertThat(page.locator("#monthly-revenue .grains [aria-current]")).hasText("weeks");

        openNumbers("monthly-revenue");
        page.locator("#monthly-revenue .only-this").first().click();
        page.waitForURL(base() + "/analytics?from=2025-01-06&to=2025-01-12&by=day");
        openNumbers("monthly-revenue");
        assertThat(page.locator("#monthly-revenue .only-this")).hasCount(0);
        page.locator("#monthly-revenue tbody a").first().click();

        assertThat(page.locator("h1")).hasText("Sales behind a number");
        assertThat(page.locator(".data-table tbody tr").first()).containsText("sales.csv, line");
        page.goBack();
        page.goBack();
        page.waitForURL(base() + "/analytics?from=2025-01-01&to=2025-01-31&by=week");
    }

    @Test
    void leadsToShorterPeriodsByClicksOnTheLine() {
        loadShop();
        open("/analytics?from=2025-01-01&to=2025-01-31&by=month");
        clickPoint();
        page.waitForURL(base() + "/analytics?period=all");
        open("/analytics?from=2025-01-01&to=2025-02-28&by=month");
        clickPoint();
        page.waitForURL(base() + "/analytics?from=2025-01-01&to=2025-01-31&by=week");
        clickPoint();
        page.waitForURL(base() + "/analytics?from=2025-01-06&to=2025-01-12&by=day");
    }

    private void clickPoint() {
        Locator chart = page.locator("#monthly-revenue .chart");
        chart.scrollIntoViewIfNeeded();
        assertThat(chart.locator("canvas")).isVisible();
        page.waitForTimeout(500);
        List<?> place = (List<?>) chart.evaluate("""
                place => {
                  const chart = echarts.getInstanceByDom(place);
                  return chart.convertToPixel({ seriesIndex: 0 }, [0, chart.getOption().series[0].data[0].value]);
                }
                """);
        chart.click(new Locator.ClickOptions()
                .setPosition(((Number) place.get(0)).doubleValue(), ((Number) place.get(1)).doubleValue()));
    }

    @Test
    void letsTheReaderChooseTheLengthOfThePeriods() {
        loadShop();
        open("/analytics?city=Paris");

        page.locator("#monthly-revenue .grains a", new Page.LocatorOptions().setHasText("days"))
                .click();

        page.waitForURL(base() + "/analytics?by=day&city=Paris#monthly-revenue");
        assertThat(finding("monthly-revenue")).containsText("6 January 2025");
        assertThat(page.locator("#monthly-revenue .chart"))
                .hasAttribute("data-chart", "/api/metrics/monthly-revenue?city=Paris&by=day");
        assertThat(open("/analytics?by=century")).isEqualTo(400);
        assertThat(page.locator("[role=alert]")).containsText("by: expected one of day, week, month but found century");
        assertThat(page.locator(".chart-card")).hasCount(10);
    }

    @Test
    void showsTheHistoryOfAProduct() {
        loadShop();
        open("/analytics");
        openNumbers("best-selling-products");
        page.locator("#best-selling-products tbody a", new Page.LocatorOptions().setHasText("Pen"))
                .click();

        page.waitForURL(base() + "/product?product=P1");
        assertThat(page.locator("h1")).hasText("Pen");
        assertThat(page.locator(".lead")).containsText("P1");
        assertThat(page.locator(".key-figure .key-value").first()).hasText("15.00");
        assertThat(page.locator(".chart-card")).hasCount(4);
        assertThat(finding("top-customers")).containsText("The only customer in this range");
        assertThat(page.locator(".data-table a", new Page.LocatorOptions().setHasText("sales.csv, line"))
                        .first())
                .isVisible();

        page.locator(".crumbs a").nth(1).click();
        page.waitForURL(base() + "/analytics?category=Office");
    }

    @Test
    void showsTheHistoryOfACustomer() {
        loadShop();
        open("/facts?city=Lyon");
        page.locator("tbody a", new Page.LocatorOptions().setHasText("Ben Baker"))
                .first()
                .click();

        page.waitForURL(base() + "/customer?customer=C2");
        assertThat(page.locator("h1")).hasText("Ben Baker");
        assertThat(page.locator(".key-figure .key-value").first()).hasText("40.00");
        link("This month").click();
        page.waitForURL(base() + "/customer?customer=C2&from=2025-03-01&to=2025-03-31");
        assertThat(page.locator(".key-figure .key-value").first()).hasText("40.00");

        assertThat(open("/customer?customer=C999")).isEqualTo(404);
        assertThat(page.locator("main")).containsText("There is no customer C999 in the warehouse");
        assertThat(open("/customer")).isEqualTo(400);
        assertThat(page.locator("main")).containsText("customer: expected the id of one customer but found none");
    }

    @Test
    void findsAProductByItsName() {
        loadShop();
        open("/analytics");

        page.getByLabel("Product", new Page.GetByLabelOptions().setExact(true)).fill("pen");
        assertThat(page.locator("#products-found option")).hasCount(1);
        assertThat(page.locator("#products-found option")).hasAttribute("value", "P1");
        button("Apply").click();

        page.waitForURL(base() + "/analytics?product=P1");
        assertThat(page.locator(".active-filters")).containsText("Pen");
        page.getByLabel("Customer", new Page.GetByLabelOptions().setExact(true)).fill("C2");
        button("Apply").click();
        page.waitForURL(base() + "/analytics?product=P1&customer=C2");
        assertThat(page.locator(".active-filters")).containsText("Ben Baker");
        page.getByLabel("Customer", new Page.GetByLabelOptions().setExact(true)).fill("nobody at all");
        button("Apply").click();
        assertThat(page.locator(".active-filters")).containsText("Unknown customer nobody at all");
    }

    /** The page has found the customer before the reader sends the form, so nothing is left to look up. */
    @Test
    void sendsAnIdThatHasBeenFound() {
        loadShop();
        open("/analytics");

        page.getByLabel("Customer", new Page.GetByLabelOptions().setExact(true)).fill("C2");
        assertThat(page.locator("#customers-found option")).hasCount(1);
        button("Apply").click();

        page.waitForURL(base() + "/analytics?customer=C2");
        assertThat(page.locator(".active-filters")).containsText("Ben Baker");
    }

    @Test
    void offersPeriodsThatEndOnTheLastDayWithSales() {
        loadShop();
        open("/analytics");

        assertThat(page.locator(".preset")).hasText(new String[] {
            "Last full month",
            "Last 7 days",
            "Last 30 days",
            "Last 90 days",
            "This month",
            "This quarter",
            "This year",
            "Last year",
            "All time"
        });
        assertThat(page.locator(".preset[aria-current]")).hasText("All time");
        assertThat(page.locator(".presets-note")).containsText("2 Mar 2025");
        link("This quarter").click();
        page.waitForURL(base() + "/analytics?from=2025-01-01&to=2025-03-31");
        assertThat(page.locator(".preset[aria-current]")).hasText("This quarter");
        link("Last year").click();
        page.waitForURL(base() + "/analytics?from=2024-01-01&to=2024-12-31");
        assertThat(finding("monthly-revenue")).hasText("No sales in this range.");
        page.locator("#from").fill("2025-01-02");
        page.locator("#to").fill("2025-02-02");
        button("Apply").click();
        assertThat(page.locator(".preset[aria-current]")).hasText("Custom");
        assertThat(List.of(
                        page.locator("#from").inputValue(), page.locator("#to").inputValue()))
                .containsExactly("2025-01-02", "2025-02-02");
    }

    private void openNumbers(String slug) {
        page.locator("#" + slug + " summary").click();
    }

    @Test
    void forgetsACustomer() {
        loadShop();
        signIn();
        open("/customer?customer=C1");
        page.getByText("Forget this customer").click();
        assertThat(page.locator("h1")).hasText("Forget " + HOSTILE + "?");
        assertThat(page.locator(".confirm").first()).containsText("ann@example.org");
        page.setViewportSize(360, 800);
        keepPicture(page, "forget-phone");
        page.setViewportSize(1440, 900);
        keepPicture(page, "forget");

        button("Forget this customer").click();

        assertThat(page.locator("h1")).hasText("This customer has been forgotten");
        assertThat(page.locator("main")).containsText("customers.csv");
        assertThat(page.locator("main")).not().containsText("ann@example.org");
        keepPicture(page, "forgotten");
    }
}
