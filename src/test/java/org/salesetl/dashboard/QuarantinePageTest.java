package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class QuarantinePageTest extends BrowserTest {

    private static final String ROWS = ".quarantine-table tbody tr";

    @Test
    void saysThatNothingIsInQuarantine() {
        open("/quarantine");

        assertThat(page.locator(".empty-state")).containsText("Nothing is in quarantine.");
    }

    @Test
    void showsEveryReasonWithTheValueAndTheRow() {
        loadShop();

        open("/quarantine");

        assertThat(page.locator(ROWS)).hasCount(2);
        assertThat(page.locator(ROWS).nth(0)).containsText("line 5");
        assertThat(page.locator(ROWS).nth(0)).containsText("Rejected");
        assertThat(page.locator(ROWS).nth(0).locator(".fault-reason")).hasText("The calendar has no such date");
        assertThat(page.locator(ROWS).nth(0).locator(".fault-value")).hasText("2025-02-30");
        assertThat(page.locator(ROWS).nth(0).locator("pre")).hasText("S4,O3,C2,P1,2025-02-30,3");
        assertThat(page.locator(ROWS).nth(1)).containsText("Waiting");
        assertThat(page.locator(ROWS).nth(1).locator(".fault-reason")).hasText("The customer is not known yet");
    }

    @Test
    void showsHiddenCharactersAndMarkupAsText() {
        drop("customers.csv", "customer_id,name", "C1,Nul\u0001name", "," + "<img src=x onerror=alert(1)>".repeat(10));
        awaitFiles(1);

        open("/quarantine");

        assertThat(page.locator(ROWS).nth(0).locator("pre")).hasText("C1,Nul␁name");
        assertThat(page.locator(ROWS).nth(1).locator("pre")).isHidden();
        page.locator(ROWS).nth(1).locator("summary").click();
        assertThat(page.locator(ROWS).nth(1).locator("pre")).isVisible();
        assertThat(page.locator(ROWS).nth(1).locator("pre")).containsText("<img src=x onerror=alert(1)>");
    }

    @Test
    void correctsARowOnItsPage() {
        loadShop();
        signIn();
        open("/quarantine?status=rejected");

        page.locator(ROWS).nth(0).getByRole(AriaRole.LINK).click();
        assertThat(page.locator("h1")).containsText("Line 5 of sales.csv");
        assertThat(page.locator(".field-problem")).containsText("expected a date such as 2025-01-31");
        keepPicture(page, "quarantined-row-desk");
        page.getByLabel("order_date").fill("2025-02-28");
        button("Save and load").click();
        awaitFiles(4);

        open("/quarantine?status=rejected");
        assertThat(page.locator(".empty-state")).containsText("No row in quarantine matches");
        open("/quarantine?status=resolved");
        assertThat(page.locator(ROWS).nth(0)).containsText("Settled by sales.corrected.csv, line 2");
    }

    @Test
    void showsTheNewReasonInPlaceIfACorrectionIsWrong() {
        loadShop();
        signIn();
        open("/quarantine?status=rejected");
        page.locator(ROWS).nth(0).getByRole(AriaRole.LINK).click();

        page.getByLabel("order_date").fill("2025-13-13");
        page.getByLabel("quantity").fill("many");
        button("Save and load").click();

        assertThat(page.locator("h1")).hasText("Correct 1 row");
        assertThat(page.locator("[role=alert]")).containsText("1 row is still wrong, and nothing has changed.");
        assertThat(page.getByLabel("order_date of line 5")).hasValue("2025-13-13");
        assertThat(page.locator("td:has([name$='.order_date']) .field-problem")).containsText("found 2025-13-13");
        assertThat(page.locator("td:has([name$='.quantity']) .field-problem")).containsText("found many");

        page.getByLabel("order_date of line 5").fill("2025-02-28");
        page.getByLabel("quantity of line 5").fill("3");
        button("Try to load").click();
        awaitFiles(4);

        // the wrong correction has left no row behind
        open("/quarantine?status=superseded");
        assertThat(page.locator(".empty-state")).containsText("No row in quarantine matches");
        open("/quarantine?status=resolved");
        assertThat(page.locator(ROWS)).hasCount(1);
    }

    @Test
    void correctsManyRowsInAGrid() {
        loadShop();
        drop(
                "wrong.csv",
                "order_id,customer_id,product_id,order_date,quantity",
                "O7,C1,P1,2025-02-30,1",
                "O8,C2,P2,never,2",
                "O9,C3,P2,2025-03-09,none");
        awaitFiles(4);
        signIn();
        open("/quarantine?status=rejected&file=wrong.csv");
        for (int line = 2; line <= 4; line++) {
            page.getByLabel("Choose line " + line + " of wrong.csv").check();
        }
        button("Correct the chosen rows").click();

        assertThat(page.locator(".correct-grid tbody tr")).hasCount(3);
        keepPicture(page, "correct-rows-desk");
        page.getByLabel("order_date of line 2").fill("2025-02-27");
        page.getByLabel("order_date of line 3").fill("still never");
        page.getByLabel("quantity of line 4").fill("4");
        button("Try to load").click();

        assertThat(page.locator("[role=status].notice")).containsText("2 rows are right and load now.");
        assertThat(page.locator(".correct-grid tbody tr")).hasCount(1);
        assertThat(page.getByLabel("order_date of line 3")).hasValue("still never");
        assertThat(page.locator(".field-problem")).containsText("found still never");
        awaitFiles(5);
        open("/quarantine?status=rejected&file=wrong.csv");
        assertThat(page.locator(ROWS)).hasCount(1);
        assertThat(page.locator(ROWS).first()).containsText("line 3");
    }

    @Test
    void dismissesTheChosenRows() {
        loadShop();
        signIn();
        open("/quarantine");

        page.getByLabel("Choose line 5 of sales.csv").check();
        page.getByLabel("Choose line 6 of sales.csv").check();
        page.getByLabel("Note").fill("ordered by mistake");
        button("Dismiss the chosen rows").click();

        assertThat(page.locator(".empty-state")).containsText("Nothing is in quarantine.");
        open("/quarantine?status=dismissed");
        assertThat(page.locator(ROWS)).hasCount(2);
        assertThat(page.locator(ROWS).nth(0)).containsText("ordered by mistake");
    }

    @Test
    void loadsSalesWithoutACustomerWithOneClick() {
        loadShop();
        drop(
                "till.csv",
                "order_id,customer_id,product_id,order_date,quantity,price",
                "O7,,P1,2025-01-07,2,1.50",
                "O8,,P2,2025-01-07,1,20.00");
        awaitFiles(4);
        open("/quarantine");
        assertThat(page.locator(".waiting-guests")).containsText("2 sales have no customer (23.00): till.csv.");
        link("Sign in to load them").click();
        page.getByLabel("Password").fill("only-for-tests");
        button("Sign in").click();
        page.waitForURL(base() + "/quarantine");
        keepPicture(page, "quarantine-guests-desk");

        button("Load sales without a customer for files with these columns").click();
        awaitFiles(5);

        open("/etl");
        assertThat(page.locator(".run").first()).containsText("till.without-customer.csv");
        open("/quarantine");
        assertThat(page.locator(".waiting-guests")).hasCount(0);
        open("/");
        assertThat(page.locator(".figure-main")).containsText("98.00");
        assertThat(page.locator(".figures")).containsText("Customers3");
        open("/facts?from=2025-01-07&to=2025-01-07");
        assertThat(page.locator("table.facts tbody tr")).hasCount(2);
        assertThat(page.locator("table.facts tbody tr").first()).containsText("No customer");
    }

    @Test
    void downloadsTheFilteredRows() throws IOException {
        loadShop();
        open("/quarantine");

        page.getByLabel("Status").selectOption("parked");
        page.locator("#file").selectOption("sales.csv");
        button("Filter").click();

        assertThat(page.locator(ROWS)).hasCount(1);
        assertThat(page.url()).contains("status=parked").contains("file=sales.csv");
        Download download = page.waitForDownload(() -> link("Download as CSV").click());
        assertThat(download.suggestedFilename()).isEqualTo("quarantine.csv");
        assertThat(Files.readString(download.path()))
                .contains("unknown_customer")
                .contains("S5,O4,C9,P1,2025-03-04,1")
                .doesNotContain("bad_date");
    }

    @Test
    void filtersByAReasonWithOneClick() {
        loadShop();
        open("/quarantine");

        page.locator(".reason-chip")
                .filter(new Locator.FilterOptions().setHasText("The calendar has no such date"))
                .click();

        assertThat(page.locator(ROWS)).hasCount(1);
        assertThat(page.locator(".reason-chip[aria-current]")).containsText("The calendar has no such date");
    }

    @Test
    void saysWhichReasonsThereAre() {
        assertThat(open("/quarantine?reason=bad_luck")).isEqualTo(400);

        assertThat(page.locator("main")).containsText("reason: expected one of");
    }
}
