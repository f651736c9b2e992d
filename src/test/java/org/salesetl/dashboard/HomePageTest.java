package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.salesetl.TestFolder;

class HomePageTest extends BrowserTest {

    @Test
    void saysHowToBeginIfNothingIsLoaded() {
        open("/");

        assertThat(page.locator("h1")).hasText("Nothing loaded yet");
        assertThat(page.locator(".path"))
                .containsText(
                        TestFolder.of("browser-test/inbox").toAbsolutePath().toString());
        assertThat(page.locator(".guide")).containsText("customer_id");
    }

    @Test
    void loadsSampleFilesAfterSignIn() {
        open("/");
        link("Sign in to load sample files").click();
        page.getByLabel("Password").fill("only-for-tests");
        button("Sign in").click();

        page.waitForURL(base() + "/");
        button("Load sample files").click();
        page.waitForURL(base() + "/etl");
        awaitFiles(3);
        open("/");
        assertThat(page.locator("h1")).hasText("Sales at a glance");
        assertThat(page.locator(".file-list")).containsText("sales");
    }

    @Test
    void showsTheLastLoadAndWhatNeedsAttention() {
        loadShop();

        open("/");

        assertThat(page.locator(".figure-main")).containsText("75.00");
        assertThat(page.locator(".figures")).containsText("Customers");
        assertThat(page.locator("main")).containsText("Every sale from 6 Jan 2025 to 2 Mar 2025.");
        assertThat(page.locator(".file-list")).containsText("sales.csv");
        assertThat(page.locator(".sums")).containsText("New");
        assertThat(page.locator(".count-list")).containsText("The calendar has no such date");
        assertThat(page.locator(".count-list")).containsText("The customer is not known yet");
        assertThat(page.locator(".nav-count")).hasText("2");

        link("The calendar has no such date").click();
        assertThat(page.locator("h1")).hasText("Quarantine");
        assertThat(page.locator(".quarantine-table tbody tr")).hasCount(1);
    }

    @Test
    void saysWhatIsWrongWithAFileUntilTheCorrectedFileHasLoaded() {
        drop("notes.csv", "this,is,something", "1,2,3");
        awaitFiles(1);

        open("/");
        assertThat(page.locator(".trouble-list")).containsText("notes.csv");
        assertThat(page.locator(".trouble-list")).containsText("Refused");
        assertThat(page.locator(".trouble-message")).containsText("found \"this\", \"is\", \"something\"");

        drop("notes.csv", "customer_id,name", "1,Ann");
        awaitFiles(2);
        open("/");
        assertThat(page.locator(".trouble-list")).hasCount(0);
        assertThat(page.locator(".all-well")).isVisible();
    }
}
