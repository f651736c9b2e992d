package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.salesetl.TestFolder;

class CheckPageTest extends BrowserTest {

    @Test
    void showsWhatAnUploadedFileWouldChangeAndLoadsTheFile() {
        loadShop();
        signIn();
        link("Upload").first().click();

        choose(file("march.csv", """
                        sale_id,order_id,customer_id,product_id,order_date,quantity,price,status
                        S9,O9,C1,P2,2025-03-09,2,20.00,paid
                        S10,O9,C1,P2,2025-02-31,1,7.50,paid
                        S11,O9,C1,P2,2025-03-10,1,5.00,cancelled
                        S12,O9,C1,NEW,2025-03-10,1,3.25,paid
                        """), file("notes.csv", "this,is,something\n1,2,3\n"));

        assertThat(page.locator("article")).hasCount(2);
        Locator march = page.locator("article", options("march.csv"));
        assertThat(march.locator(".panel-lead")).containsText("Sales ·");
        assertThat(march.locator(".sums")).containsText("+40.00");
        assertThat(march.locator(".losses tbody tr")).hasText(new String[] {
            "The calendar has no such date line 3: expected a date such as 2025-01-31 but found 2025-02-31 1 7.50",
            "The product is not known yet Waiting line 5: expected a known product but found NEW; this sale"
                    + " loads when a products file brings this product 1 3.25",
            "By its status, the row is no sale 1 5.00"
        });
        assertThat(march.locator(".first-rows tbody tr")).hasCount(1);
        assertThat(march.locator(".first-rows tbody tr").first()).containsText("2025-03-09");
        assertThat(march.locator(".first-rows tbody tr").first()).containsText("40.00");
        assertThat(page.locator("article", options("notes.csv"))).containsText("Expected a header");
        keepPicture(page, "checks-of-uploads");

        button("Remove notes.csv").click();
        assertThat(page.locator("article")).hasCount(1);
        button("Load march.csv").click();

        assertThat(page.locator("#loading")).containsText("march.csv");
        assertThat(page.locator("#loading")).containsText("1 new row (40.00), 2 did not load");
        assertThat(page.locator("article")).hasCount(0);
        link("See your charts").click();
        page.waitForURL(base() + "/analytics?from=2025-03-01&to=2025-03-31");
        assertThat(page.locator(".key-figures")).containsText("40.00");
    }

    @Test
    void asksRightThereWhatAFileDoesNotTellAndLoadsSeveralFilesAtOnce() {
        signIn();
        open("/checks");
        choose(file("bestellungen.csv", """
                        Bestellnummer;Datum;Kundennr;Artikelnr;Menge;Einzelpreis
                        B1;03.04.2025;K1;A1;2;1.234,50
                        """), file("more.csv", """
                        order_id,customer_id,product_id,order_date,quantity,price,customer_name
                        O7,C7,P7,2025-04-05,1,10.00,Ann
                        """));
        Locator asked = page.locator("article", options("bestellungen.csv"));
        assertThat(asked.locator("select").first()).hasValue("order_id");

        asked.getByLabel("The day comes first").check();
        asked.getByText("Remember the answers and check again").click();

        page.waitForURL(base() + "/checks");
        assertThat(asked.locator(".sums")).containsText("+2,469.00");
        button("Load all 2 files").click();
        assertThat(page.locator("#loading li")).hasCount(2);
        assertThat(page.locator("#loading")).containsText("1 new row (2,469.00)");
    }

    /** Another file may have been checked a second later, and its report comes first. */
    @Test
    void keepsBegunAnswersWhileTheReportOfAnotherFileComes() throws IOException {
        signIn();
        open("/checks");
        Locator asked = chooseAFileWithAQuestion();
        asked.getByLabel("The day comes first").check();

        Path other = TestFolder.of("browser-test").resolve("inbox/check/more.csv");
        Files.writeString(other, "customer_id,name\nC1,Ann\n");
        assertThat(page.locator("article")).hasCount(2);
        assertThat(page.locator("article").first()).containsText("more.csv");
        assertThat(asked.getByLabel("The day comes first")).isChecked();
    }

    /** The page shows a report as soon as it is there, and the script that has sent the file looks for it more seldom. */
    @Test
    void keepsAnswersThatAreBegunBeforeTheUploadHasEnded() {
        signIn();
        page.addInitScript("""
                const real = window.setTimeout;
                window.setTimeout = (action, time) => real(action, time === 500 ? 5000 : time);
                """);
        open("/checks");
        Locator asked = chooseAFileWithAQuestion();
        asked.getByLabel("The day comes first").check();

        assertThat(page.getByText("Checked. What the files would change stands below."))
                .isVisible();
        assertThat(asked.getByLabel("The day comes first")).isChecked();
        assertThat(page.getByLabel("Drag files onto this page")).isEnabled();

        drag("customers.csv", "customer_id,name\\nC1,Ann\\n");
        assertThat(page.locator("article")).hasCount(2);
        assertThat(page.locator("#drop")).isHidden();
        assertThat(page.locator("[data-said]")).containsText("Checked.");
        assertThat(asked.getByLabel("The day comes first")).isChecked();
    }

    @Test
    void showsAtOnceWhatAnAnswerWouldLoadAlsoInAReportThatHasJustCome() {
        signIn();
        open("/checks");
        Locator asked = chooseAFileWithAQuestion();

        asked.getByLabel("The day comes first").check();

        assertThat(asked.locator(".preview")).containsText("2,469.00");
        assertThat(asked.locator(".preview")).containsText("2025-04-03");
    }

    private Locator chooseAFileWithAQuestion() {
        choose(file("bestellungen.csv", """
                Bestellnummer;Datum;Kundennr;Artikelnr;Menge;Einzelpreis
                B1;03.04.2025;K1;A1;2;1.234,50
                """));
        return page.locator("article", options("bestellungen.csv"));
    }

    @Test
    void uploadsFilesThatAreDraggedOntoAnyPage() {
        signIn();
        open("/analytics");

        drag("customers.csv", "customer_id,name\\nC1,Ann\\n");

        page.waitForURL(base() + "/checks");
        assertThat(page.locator("article", options("customers.csv"))
                        .locator(".sums dd")
                        .first())
                .hasText("1");
    }

    @Test
    void asksForTheSignInIfTheSessionHasEndedSinceThePageWasOpened() {
        signIn();
        open("/checks");
        page.context().clearCookies();

        choose(file("customers.csv", "customer_id,name\nC1,Ann\n"));

        page.waitForURL(base() + "/sign-in?back=/checks");
    }

    @Test
    void asksForTheSignInIfFilesAreDraggedOntoAPage() {
        open("/analytics");

        drag("customers.csv", "customer_id,name\\nC1,Ann\\n");

        page.waitForURL(base() + "/sign-in?back=/checks");
    }

    private void drag(String name, String text) {
        page.evaluate("""
                () => {
                  const files = new DataTransfer();
                  files.items.add(new File(['%s'], '%s'));
                  const happen = (type) => document.body.dispatchEvent(
                      new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }));
                  happen('dragover');
                  happen('drop');
                }""".formatted(text, name));
    }

    @Test
    void saysWhichFilesItTakes() {
        signIn();
        open("/checks");

        choose(file("sales.csv.part", "x"));

        assertThat(page.locator(".upload [role=status]"))
                .containsText(
                        "expected one that neither begins with a dot nor ends as that of a file that is being written");
    }

    private void choose(FilePayload... files) {
        page.getByLabel("choose them").setInputFiles(files);
    }

    private static Page.LocatorOptions options(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
