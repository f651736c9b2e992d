package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

class RunPageTest extends BrowserTest {

    private static final String RUNS = ".run";

    @Test
    void startsARunAndShowsItFinish() {
        signIn();
        open("/etl");
        assertThat(page.locator(".empty-state")).containsText("No file has been loaded yet.");

        button("Load new files now").click();

        assertThat(page.locator(RUNS)).hasCount(1);
        assertThat(page.locator(RUNS)).containsText("Succeeded");
        assertThat(page.locator(RUNS)).containsText("On request");
        assertThat(page.locator(RUNS)).containsText("No files were waiting.");
    }

    @Test
    void showsADroppedFileByItself() {
        open("/etl");

        drop("customers.csv", "customer_id,name", "C1,Ann");

        assertThat(page.locator(RUNS)).containsText("customers.csv");
        assertThat(page.locator(RUNS)).containsText("Succeeded");
    }

    @Test
    void showsTheBooksOfEveryFile() {
        loadShop();

        open("/etl");

        assertThat(page.locator(RUNS)).hasCount(3);
        assertThat(page.locator(RUNS).first().locator("tbody tr").first().locator("td.number"))
                .hasText(new String[] {"5", "3", "0", "0", "0", "0", "1", "1", "0", "0", "0"});
        assertThat(page.locator(RUNS).first().locator(".note")).containsText("The calendar has no such date 1");
        page.locator(RUNS).first().locator("h2 a").click();
        assertThat(page.locator("h1")).containsText("Succeeded");
        assertThat(page.locator(".figures")).containsText("Rows read");
    }

    @Test
    void saysWhyAFileWasRefused() {
        drop("notes.csv", "this,is,something", "1,2,3");
        awaitFiles(1);

        open("/etl");

        assertThat(page.locator(RUNS)).containsText("Refused");
        assertThat(page.locator(RUNS).locator(".note")).containsText("Expected a header");
    }

    @Test
    void asksBeforeAReload() {
        loadShop();
        signIn();
        open("/etl");

        page.locator("main").getByText("Clean reload").click();
        assertThat(page.locator("h1")).hasText("Load everything again?");
        link("No, go back").click();
        assertThat(page.locator(RUNS)).hasCount(3);

        page.locator("main").getByText("Clean reload").click();
        button("Yes, load everything again").click();
        assertThat(page.locator(RUNS)).hasCount(4);
        assertThat(page.locator(RUNS).first()).containsText("clean reload");
        assertThat(page.locator(RUNS).first()).containsText("Succeeded");
        open("/");
        assertThat(page.locator(".figure-main")).containsText("75.00");
    }

    @Test
    void asksForTheSignInBeforeAReload() {
        open("/etl/reload");

        assertThat(button("Yes, load everything again")).hasCount(0);
        link("Sign in to load everything again").click();
        page.getByLabel("Password").fill("only-for-tests");
        button("Sign in").click();
        page.waitForURL(base() + "/etl/reload");
        assertThat(button("Yes, load everything again")).isVisible();
    }

    @Test
    void saysThatAFormHasExpired() {
        signIn();
        open("/etl");
        page.locator("main input[name=_csrf]").evaluate("field => { field.value = 'of an earlier visit'; }");

        button("Load new files now").click();

        assertThat(page.locator("h1")).hasText("That form has expired");
        link("Files").click();
        assertThat(page.locator(".empty-state")).containsText("No file has been loaded yet.");
    }

    @Test
    void loadsSalesWithoutACustomerWithOneClick() {
        drop("products.csv", "product_id", "P1");
        awaitFiles(1);
        drop("till.csv", "order_id,customer_id,product_id,order_date,quantity,price", "O7,,P1,2025-01-07,2,1.50");
        awaitFiles(2);
        signIn();
        open("/etl");
        page.locator(RUNS).first().locator("h2 a").click();
        assertThat(page.locator(".waiting-guests")).containsText("1 sale has no customer (3.00): till.csv.");

        button("Load sales without a customer for files with these columns").click();

        assertThat(page.locator(RUNS).first()).containsText("till.without-customer.csv");
        assertThat(page.locator(RUNS).first())
                .containsText("sales without a customer load: as answered for files with these columns");
    }
}
