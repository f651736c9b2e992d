package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An open page shows changes by itself, and keeps its filters and its scroll position. */
class LivePageTest extends BrowserTest {

    @Test
    void showsWhatARunCommitsAndKeepsFiltersAndScrollPosition() {
        loadShop();
        open("/analytics?category=Home");
        assertThat(finding("top-cities")).containsText("Most revenue: Lyon, 40.00");
        page.evaluate("window.scrollTo(0, 900); window.stays = true");

        drop("more.csv", "order_id,customer_id,product_id,order_date,quantity", "O9,C3,P2,2025-04-01,5");

        assertThat(finding("top-cities")).containsText("Most revenue: Saint-<b>Denis</b>, 100.00");
        assertThat(page.locator(".key-value").first()).hasText("160.00");
        assertThat(page.locator("#top-cities canvas")).isVisible();
        assertThat(page.url()).endsWith("/analytics?category=Home");
        assertThat(page.evaluate("window.stays")).isEqualTo(true);
        // the sentences above may now have a line more or less
        assertThat((Integer) page.evaluate("Math.round(window.scrollY)")).isBetween(800, 1000);
    }

    @Test
    void showsTheFirstNumbersByItself() {
        open("/");
        assertThat(page.locator("h1")).not().hasText("Sales at a glance");

        loadShop();

        assertThat(page.locator("h1")).hasText("Sales at a glance");
        assertThat(page.locator(".figure-main")).containsText("75.00");
        assertThat(page.locator(".chart canvas").first()).isVisible();
    }

    @Test
    void showsTheProgressOfRunsByItself() {
        signIn();
        open("/etl");
        page.evaluate("window.stays = true");

        loadShop();

        assertThat(page.locator(".run")).hasCount(3);
        assertThat(page.locator(".run").first()).containsText("Succeeded");
        assertThat(page.locator("#live")).isHidden();
        assertThat(page.evaluate("window.stays")).isEqualTo(true);
    }

    @Test
    void opensAConnectionAgainWhenTheReaderComesBack() {
        loadShop();
        open("/analytics");
        page.evaluate("""
                () => {
                  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
                  document.dispatchEvent(new Event('visibilitychange'));
                }""");
        drop("more.csv", "order_id,customer_id,product_id,order_date,quantity", "O9,C3,P2,2025-04-01,5");
        awaitFiles(4);
        assertThat(page.locator(".key-value").first()).hasText("75.00");

        page.evaluate("""
                () => {
                  Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
                  document.dispatchEvent(new Event('visibilitychange'));
                }""");

        assertThat(page.locator(".key-value").first()).hasText("175.00");
    }
}
