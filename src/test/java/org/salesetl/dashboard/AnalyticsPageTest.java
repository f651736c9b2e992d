package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.salesetl.metric.Metric;

class AnalyticsPageTest extends BrowserTest {

    @Test
    void showsTenChartsOfTheDroppedFiles() {
        loadShop();

        assertThat(open("/analytics")).isEqualTo(200);

        assertThat(page.locator(".chart-card")).hasCount(Metric.values().length);
        assertThat(finding("top-cities")).containsText("Most revenue: Lyon, 40.00");
        assertThat(finding("category-revenue")).containsText("Most revenue: Home, 60.00");
        assertThat(finding("best-selling-products")).containsText("Most units: Pen, 10");
        assertThat(finding("top-customers")).containsText("Most revenue: Ben Baker, 40.00");
        for (Metric metric : Metric.values()) {
            page.locator("#" + metric.slug()).scrollIntoViewIfNeeded();
            assertThat(page.locator("#" + metric.slug() + " canvas")).isVisible();
        }
    }

    @Test
    void showsOnTheNextPageWhatARunHasCommitted() {
        loadShop();
        open("/");
        assertThat(page.locator(".figure-main")).containsText("75.00");
        assertThat(page.locator(".nav-count")).hasText("2");
        open("/analytics");
        assertThat(finding("top-cities")).containsText("Most revenue: Lyon, 40.00");

        drop("customers.csv", "customer_id,city", "C9,Oslo");
        awaitFiles(4);
        drop("sales.csv", "order_id,customer_id,product_id,order_date,quantity", "O9,C9,P2,2025-04-01,5");
        awaitFiles(5);

        open("/analytics?period=all");
        assertThat(finding("top-cities")).containsText("Most revenue: Oslo, 101.50");
        assertThat(page.locator("main")).containsText("to 1 Apr 2025");
        assertThat(page.getByLabel("Oslo")).hasCount(1);
        open("/");
        assertThat(page.locator(".figure-main")).containsText("176.50");
        assertThat(page.locator(".nav-count")).hasText("1");
    }

    @Test
    void putsTheChosenFiltersIntoTheLink() {
        loadShop();
        open("/analytics");

        page.locator(".picker").nth(1).locator("summary").click();
        page.getByLabel("Type a city").fill("par");
        page.getByLabel("Paris").check();
        button("Apply").click();

        page.waitForURL(base() + "/analytics?city=Paris");
        assertThat(finding("top-cities")).hasText("The only city in this range is Paris, with revenue of 35.00.");
        assertThat(page.locator("#top-cities .chart")).hasAttribute("data-chosen", "key=Paris");
        assertThat(page.locator("#category-revenue .chart"))
                .hasAttribute("data-chart", "/api/metrics/category-revenue?city=Paris");
        assertThat(page.locator(".active-filters")).containsText("Paris");

        page.goBack();
        assertThat(finding("top-cities")).containsText("Lyon");
    }

    @Test
    void filtersByWhatIsClicked() {
        loadShop();
        open("/analytics");
        clickBar("category-revenue", 0.25);
        page.waitForURL(base() + "/analytics?category=Home");
        assertThat(finding("top-cities")).containsText("Most revenue: Lyon, 40.00");
        assertThat(page.locator(".active-filters")).containsText("Home");

        clickBar("top-cities", 0.25);
        page.waitForURL(base() + "/analytics?category=Home&city=Lyon");

        clickBar("category-revenue", 0.45);
        page.waitForURL(base() + "/analytics?city=Lyon");
        page.goBack();
        page.waitForURL(base() + "/analytics?category=Home&city=Lyon");
    }

    @Test
    void filtersByARowWithTheKeyboard() {
        loadShop();
        open("/analytics");

        page.locator("#top-customers summary").press("Enter");
        page.locator("#top-customers .only-this").first().press("Enter");

        page.waitForURL(base() + "/analytics?customer=C2");
        assertThat(page.locator(".active-filters")).containsText("Ben Baker");
        assertThat(page.locator(".key-figure").first()).containsText("40.00");
    }

    private void clickBar(String slug, double height) {
        Locator chart = page.locator("#" + slug + " .chart");
        chart.scrollIntoViewIfNeeded();
        assertThat(chart.locator("canvas")).isVisible();
        BoundingBox box = chart.boundingBox();
        // wait until the animation of the bars has ended
        page.waitForTimeout(500);
        chart.click(new Locator.ClickOptions().setPosition(box.width * 0.3, box.height * height));
    }

    @Test
    void showsKeyFiguresChangesAndTheRevenueThatWaits() {
        loadShop();

        open("/analytics?from=2025-02-01&to=2025-03-31");

        assertThat(page.locator(".key-figure .key-value")).hasText(new String[] {"40.00", "1", "40.00", "2", "1"});
        assertThat(page.locator(".key-figure").first()).containsText("+5.00 (+14 %) against the 30 days before");
        assertThat(page.locator(".key-figure").nth(3)).containsText("−9 (−82 %) against the 30 days before");
        assertThat(page.locator(".movers h2")).hasText("What changed against the 30 days before");
        assertThat(page.locator(".movers li")).hasText(new String[] {
            "By category: Home 20.00 more, Office 15.00 less.",
            "By product: Lamp 20.00 more, Pen 15.00 less.",
            "By customer: Ben Baker 40.00 more, " + HOSTILE + " 35.00 less."
        });
        assertThat(page.locator(".trust")).containsText("Succeeded");
        assertThat(page.locator(".trust a").first()).hasAttribute("href", Pattern.compile("/etl/runs/\\d+"));
        assertThat(page.locator(".trust"))
                .containsText("1.50 of revenue waits in quarantine for these filters, in 1 sale."
                        + " 1 more sale may belong here; the rows do not say.");
        open("/analytics?from=2025-01-01&to=2025-01-31");
        assertThat(page.locator(".trust"))
                .containsText("Nothing is known to wait in quarantine for these filters."
                        + " 1 more sale may belong here; the rows do not say.");
        page.locator(".trust a").last().click();
        assertThat(page.locator("h1")).hasText("Quarantine");
        assertThat(page.locator(".data-table tbody tr, .quarantine-row")).hasCount(1);
        assertThat(page.locator("main")).containsText("2025-02-30");
    }

    @Test
    void keepsTheOrderOfChartsThatTheReaderChose() {
        loadShop();
        open("/analytics");

        button("Move up: How is revenue going?").click();
        button("Hide: What sells best?").click();

        assertThat(page.locator(".chart-card").first()).hasAttribute("id", "monthly-revenue");
        page.reload();
        assertThat(page.locator(".chart-card").first()).hasAttribute("id", "monthly-revenue");
        assertThat(page.locator("#best-selling-products")).isHidden();
        assertThat(page.locator("#arranged")).containsText("1 of 10 charts hidden.");

        button("Show all charts in the usual order").click();
        assertThat(page.locator(".chart-card").first()).hasAttribute("id", "top-customers");
        assertThat(page.locator("#best-selling-products")).isVisible();
        assertThat(page.locator("#arranged")).isHidden();
    }

    @Test
    void offersTheRowsAsAFile() {
        loadShop();
        open("/analytics?city=Lyon");

        Download csv = page.waitForDownload(
                () -> page.getByLabel("CSV: Where does revenue come from?").click());

        assertThat(csv.suggestedFilename()).isEqualTo("top-cities.csv");
        assertThat(csv.path()).hasContent("city,revenue\r\nLyon,40.00\r\n");
    }

    @Test
    void showsTheFiltersOfALink() {
        loadShop();

        open("/analytics?from=2025-01-01&to=2025-01-31&category=Office");

        assertThat(finding("category-revenue")).containsText("Office, with revenue of 15.00");
        assertThat(page.locator("#from").inputValue()).isEqualTo("2025-01-01");
        link("Remove Office").click();
        page.waitForURL(base() + "/analytics?from=2025-01-01&to=2025-01-31");
        assertThat(finding("category-revenue")).containsText("Most revenue: Home, 20.00");
        link("Last 30 days").click();
        page.waitForURL(base() + "/analytics?from=2025-02-01&to=2025-03-02");
        assertThat(finding("category-revenue")).containsText("Home, with revenue of 40.00");
        link("Clear").click();
        page.waitForURL(base() + "/analytics?period=all");
    }

    @Test
    void filtersWithoutScriptsToo() {
        loadShop();
        Page plain = visit(new Browser.NewContextOptions().setJavaScriptEnabled(false));

        plain.navigate("/analytics");
        plain.locator(".picker").nth(1).locator("summary").click();
        plain.getByLabel("Type a city").fill("Paris");
        plain.getByLabel("Type a city").press("Enter");

        assertThat(plain.locator("#top-cities figcaption"))
                .hasText("The only city in this range is Paris, with revenue of 35.00.");
    }

    @Test
    void saysWhichFilterCannotBeReadAndUsesTheOthers() {
        loadShop();

        assertThat(open("/analytics?from=31.01.2025&city=Paris")).isEqualTo(400);

        assertThat(page.locator("[role=alert]"))
                .containsText("from: expected a date such as 2025-01-31 but found 31.01.2025");
        assertThat(finding("top-cities")).containsText("Paris");
        assertThat(open("/analytics?from=2025-02-01&to=2025-01-01")).isEqualTo(400);
        assertThat(page.locator("[role=alert]")).containsText("to: expected a date that is not before from");
    }

    @Test
    void countsForASliceWhatIsKnownToBelongToIt() {
        loadShop();
        drop(
                "more.csv",
                "order_id,customer_id,product_id,order_date,quantity,price",
                "O7,C1,P9,2025-03-04,1,100.00",
                "O8,C7,P1,2025-03-04,1,1000.00",
                "O9,C2,P9,not a date,1,10000.00");
        awaitFiles(4);

        open("/analytics?city=Paris");
        assertThat(page.locator(".trust"))
                .containsText("100.00 of revenue waits in quarantine for these filters, in 1 sale."
                        + " 2 more sales, worth 1,001.50, may belong here; the rows do not say.");
        open("/analytics?from=2025-03-01&to=2025-03-31&customer=C1");
        assertThat(page.locator(".trust"))
                .containsText("100.00 of revenue waits in quarantine for these filters, in 1 sale.");
        assertThat(page.locator(".trust")).not().containsText("may belong");
        open("/analytics");
        assertThat(page.locator(".trust")).containsText("in 5 sales.");
        assertThat(page.locator(".trust")).not().containsText("may belong");
    }

    @Test
    void offersTheProductsThatATextMayMean() {
        loadShop();
        drop(
                "mice.csv",
                "product_id,name,category,price",
                "M1,Logitech M1,Mice,10.00",
                "M2,Logitech M2,Mice,20.00",
                "K1,Keyboard,Keys,20.00");
        awaitFiles(4);
        open("/analytics?city=Paris");

        page.locator("#product").fill("logit");
        page.locator("#product").press("Enter");

        assertThat(page.locator(".suggestions a")).hasText(new String[] {"Logitech M1", "Logitech M2"});
        assertThat(page.locator(".key-figure")).hasCount(0);
        link("Logitech M2").click();
        page.waitForURL(base() + "/analytics?city=Paris&product=M2");
        assertThat(page.locator(".active-filters")).containsText("Logitech M2");

        open("/analytics?period=all");
        page.locator("#product").fill("logit");
        page.locator("#product").press("Enter");
        link("All 2 that match").click();
        page.waitForURL(base() + "/analytics?product=M1&product=M2");

        open("/analytics");
        page.locator("#product").fill("keyb");
        page.locator("#product").press("Enter");
        page.waitForURL(base() + "/analytics?product=K1");
    }

    @Test
    void offersTheCustomersThatATextMayMeanWithoutScriptsToo() {
        loadShop();
        Page plain = visit(new Browser.NewContextOptions().setJavaScriptEnabled(false));

        plain.navigate("/analytics?customer=bo");

        assertThat(plain.locator(".suggestions a")).hasText(new String[] {"Bo"});
        plain.locator(".suggestions a").click();
        assertThat(plain.locator(".active-filters")).containsText("Bo");
        plain.navigate("/analytics?customer=nobody-like-this");
        assertThat(plain.locator(".active-filters")).containsText("Unknown customer nobody-like-this");
        assertThat(plain.locator(".key-figure").first()).containsText("0.00");
    }

    @Test
    void leavesNoEmptyBlockAboveAnImageWithoutScripts() {
        loadShop();
        Page plain = visit(new Browser.NewContextOptions().setJavaScriptEnabled(false));

        plain.navigate("/analytics");

        assertThat(plain.locator("#top-cities img")).isVisible();
        assertThat(plain.locator("#top-cities .chart")).isHidden();
        BoundingBox title = plain.locator("#top-cities .chart-title").boundingBox();
        assertThat(plain.locator("#top-cities img").boundingBox().y).isLessThan(title.y + title.height + 60);
    }

    @Test
    void saysInEveryChartThatNothingWasSoldInARange() {
        loadShop();

        assertThat(open("/analytics?city=Atlantis")).isEqualTo(200);

        assertThat(finding("top-cities")).hasText("No sales in this range.");
        assertThat(page.locator(".active-filters")).containsText("Atlantis");
    }

    @Test
    void hasTwoChartsARowOnADeskAndOneOnAPhone() {
        loadShop();
        open("/analytics");

        List<BoundingBox> desk = List.of(box(0), box(1), box(2));
        assertThat(desk.get(1).y).isEqualTo(desk.get(0).y);
        assertThat(desk.get(1).x).isGreaterThan(desk.get(0).x + desk.get(0).width);
        assertThat(desk.get(2).y).isGreaterThan(desk.get(0).y + desk.get(0).height);

        page.setViewportSize(400, 800);
        List<BoundingBox> phone = List.of(box(0), box(1));
        assertThat(phone.get(1).x).isEqualTo(phone.get(0).x);
        assertThat(phone.get(1).y).isGreaterThan(phone.get(0).y + phone.get(0).height);
        assertThat(phone.get(0).width).isGreaterThan(350);
    }

    @Test
    void showsTheNumbersBehindAChart() {
        loadShop();
        open("/analytics");

        page.locator("#top-cities summary").click();

        assertThat(page.locator("#top-cities tbody td"))
                .hasText(new String[] {"LyonOnly this", "40.00", "ParisOnly this", "35.00"});
    }

    private BoundingBox box(int chart) {
        BoundingBox box = page.locator(".chart-card").nth(chart).boundingBox();
        assertThat(box).isNotNull();
        return box;
    }

    @Test
    void keepsTheFiltersOfAPhoneBehindAButton() {
        loadShop();
        page.setViewportSize(390, 844);
        open("/analytics?period=all");

        assertThat(page.locator("#from")).isHidden();
        assertThat(page.locator(".key-figures")).isInViewport();
        button("Filters").click();
        page.locator("#from").fill("2025-02-01");
        button("Apply").click();

        page.waitForURL(base() + "/analytics?from=2025-02-01");
    }
}
