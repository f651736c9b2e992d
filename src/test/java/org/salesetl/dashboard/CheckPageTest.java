package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CheckPageTest extends BrowserTest {

    @Test
    void showsWhatAnUploadedFileWouldChangeAndLoadsTheFile() {
        loadShop();
        signIn();
        open("/etl");
        page.locator("main").getByText("Upload").click();

        page.getByLabel("CSV files").setInputFiles(new FilePayload[] {
            file(
                    "march.csv",
                    "sale_id,order_id,customer_id,product_id,order_date,quantity\nS9,O9,C1,P2,2025-03-09,2\n"),
            file("notes.csv", "this,is,something\n1,2,3\n")
        });
        button("Check them").click();

        assertThat(page.locator("article")).hasCount(2);
        assertThat(page.locator("article", options("march.csv"))).containsText("1 new");
        assertThat(page.locator("article", options("march.csv"))).containsText("+40.00");
        assertThat(page.locator("article", options("notes.csv"))).containsText("Expected a header");
        keepPicture(page, "checks-of-uploads");

        page.locator("article", options("notes.csv")).getByText("Remove it").click();
        assertThat(page.locator("article")).hasCount(1);
        button("Load it").click();
        page.waitForURL(base() + "/etl");
        assertThat(page.locator(".run").first()).containsText("march.csv");
        assertThat(page.locator(".run").first()).containsText("Upload");
        open("/checks");
        assertThat(page.locator(".empty-state")).containsText("No file has been checked.");
    }

    @Test
    void uploadsFilesThatAreDraggedOntoAnyPage() {
        signIn();
        open("/analytics");

        drag("customers.csv", "customer_id,name\\nC1,Ann\\n");

        page.waitForURL(base() + "/checks");
        assertThat(page.locator("article", options("customers.csv"))).containsText("1 new");
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

        page.getByLabel("CSV files").setInputFiles(file("sales.csv.part", "x"));
        button("Check them").click();

        assertThat(page.locator(".upload [role=status]"))
                .containsText(
                        "expected one that neither begins with a dot nor ends as that of a file that is being written");
    }

    private static Page.LocatorOptions options(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
