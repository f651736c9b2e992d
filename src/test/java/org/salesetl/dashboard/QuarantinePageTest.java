package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
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
        assertThat(page.locator(ROWS).nth(0).locator(".fault-code")).hasText("bad_date");
        assertThat(page.locator(ROWS).nth(0).locator(".fault-value")).hasText("2025-02-30");
        assertThat(page.locator(ROWS).nth(0).locator("pre")).hasText("S4,O3,C2,P1,2025-02-30,3");
        assertThat(page.locator(ROWS).nth(1)).containsText("Parked");
        assertThat(page.locator(ROWS).nth(1).locator(".fault-code")).hasText("unknown_customer");
    }

    @Test
    void showsHiddenCharactersAndMarkupAsTheyCame() {
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
    void filtersAndDownloadsWhatIsFiltered() throws IOException {
        loadShop();
        open("/quarantine");

        page.getByLabel("Status").selectOption("parked");
        page.getByLabel("File").selectOption("sales.csv");
        button("Filter").click();

        assertThat(page.locator(ROWS)).hasCount(1);
        assertThat(page.url()).contains("status=parked").contains("file=sales.csv");
        Download download = page.waitForDownload(() -> link("Download CSV").click());
        assertThat(download.suggestedFilename()).isEqualTo("quarantine.csv");
        assertThat(Files.readString(download.path()))
                .contains("unknown_customer")
                .contains("S5,O4,C9,P1,2025-03-04,1")
                .doesNotContain("bad_date");
    }

    @Test
    void aReasonIsOneClickAway() {
        loadShop();
        open("/quarantine");

        page.locator(".reason-chip")
                .filter(new Locator.FilterOptions().setHasText("bad_date"))
                .click();

        assertThat(page.locator(ROWS)).hasCount(1);
        assertThat(page.locator(".reason-chip[aria-current]")).containsText("bad_date");
    }

    @Test
    void saysWhichReasonsThereAre() {
        assertThat(open("/quarantine?reason=bad_luck")).isEqualTo(400);

        assertThat(page.locator("main")).containsText("reason: expected one of");
    }
}
