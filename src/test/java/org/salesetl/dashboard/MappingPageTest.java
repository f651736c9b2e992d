package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class MappingPageTest extends BrowserTest {

    private static final String DOCUMENT = """
            name: Our till
            kind: sales
            recognised_by: [Bon, Artikel, Art]
            columns:
              order_id: Bon
              order_date: Tag
              product_id: Artikel
              quantity: Menge
              amount: Summe
            without_customer: accept
            status:
              - {column: Art, neither: [Storno], others: sale}
            """;

    @Test
    void showsBuiltInMappingsToEverybody() {
        open("/mappings");
        keepPicture(page, "mappings-desk");
        link("Shopify orders").click();

        assertThat(page.locator("h1")).hasText("Shopify orders");
        assertThat(page.locator("pre.mapping-document")).containsText("recognised_by: [");
        assertThat(page.getByText("It has read no file.")).isVisible();
        assertThat(link("Sign in to change this mapping")).isVisible();
        assertThat(page.locator("textarea")).hasCount(0);
    }

    @Test
    void exportsTheDocument() throws IOException {
        open("/mapping?name=Shopify%20orders");

        Download file = page.waitForDownload(() -> link("Export as YAML").click());

        assertThat(file.suggestedFilename()).isEqualTo("shopify-orders.yaml");
        assertThat(Files.readString(file.path())).startsWith("# Shopify");
    }

    @Test
    void saysWhatIsWrongBesideTheTextAndLosesNothing() {
        signIn();
        open("/mapping");
        String wrong = "# mine\n" + DOCUMENT.replace("kind: sales", "colour: <b>red</b>");

        document().fill(wrong);
        button("Save").click();

        assertThat(page.locator("#yaml-problem")).containsText("Nothing was saved: line 3, column 1: expected one of");
        assertThat(document()).hasValue(wrong);
        assertThat(document()).hasAttribute("aria-describedby", "yaml-problem");
        keepPicture(page, "mapping-wrong-desk");

        document().fill(DOCUMENT.replace("Our till", "Shopify orders"));
        button("Save").click();
        assertThat(page.locator("#yaml-problem"))
                .containsText("expected a name that no other mapping has but found Shopify orders");
    }

    /** A mapping is made, reads a file, is changed, reads the file again, and all that is undone. */
    @Test
    void readsFilesAgainWithAChangedMappingAndUndoesThat() {
        signIn();
        save(DOCUMENT);
        drop(
                "till.csv",
                "Bon;Tag;Artikel;Menge;Summe;Art",
                "17;2025-03-05;4711;2;5,00;Verkauf",
                "18;2025-03-31;4711;1;2,50;offen");
        awaitFiles(1);
        assertRevenue("7.50");

        open("/mapping?name=Our%20till");
        assertThat(page.getByRole(AriaRole.ROWHEADER)).hasText("till.csv");
        document().fill(DOCUMENT.replace("[Storno]", "[Storno, offen]"));
        button("Save").click();
        assertThat(page.getByText("1 of 1 files were read with another version of this mapping."))
                .isVisible();
        keepPicture(page, "mapping-changed-desk");
        keepPhonePicture();
        button("Read those files again with the newest version").click();
        awaitFiles(2);
        assertRevenue("5.00");

        open("/mapping?name=Our%20till");
        assertThat(page.getByText("files were read with another version")).hasCount(0);
        button("Undo run").click();
        awaitFiles(3);
        assertRevenue("7.50");

        open("/mapping?name=Our%20till");
        page.locator("#changes-title ~ ul a").last().click();
        assertThat(document()).hasValue(DOCUMENT);
        button("Save").click();
        assertThat(page.getByText("another version of this mapping")).hasCount(0);
    }

    @Test
    void showsWhatTheTextWouldMakeOfTheLastFileWhileItIsWritten() {
        signIn();
        save(DOCUMENT);
        Locator preview = page.locator(".preview");
        button("Show what would load").click();
        assertThat(preview).containsText("This mapping has read no file yet");
        drop(
                "till.csv",
                "Bon;Tag;Artikel;Menge;Summe;Art",
                "17;2025-03-05;4711;2;5,00;Verkauf",
                "18;2025-04-30;4712;1;2,50;offen");
        awaitFiles(1);
        open("/mapping?name=Our%20till");

        document().fill(DOCUMENT.replace("[Storno]", "[Storno, offen]"));
        assertThat(preview).containsText("till.csv");
        assertThat(preview).containsText("5.00 of revenue in 1 row; 1 row is no sale");
        document().fill(DOCUMENT.replace("quantity: Menge", "quantity: Pieces"));
        assertThat(preview).containsText("Expected the columns of Our till, but \"Pieces\" (quantity) is missing");
        document().fill(DOCUMENT.replace("kind: sales", "colour: red"));
        assertThat(preview).containsText("line 2, column 1: expected one of");
        document().fill(DOCUMENT);
        assertThat(preview).containsText("7.50 of revenue in 2 rows");
        assertThat(preview).containsText("2025-04 2.50");
        assertThat(preview.locator("tbody tr").first()).containsText("4711");
        keepPicture(page, "mapping-preview-desk");
        assertRevenue("7.50");
    }

    @Test
    void showsWhatTheTextWouldMakeWithoutScriptsOnAPhone() {
        signIn();
        save(DOCUMENT);
        drop("till.csv", "Bon;Tag;Artikel;Menge;Summe;Art", "17;2025-03-05;4711;2;5,00;Verkauf");
        awaitFiles(1);
        page = visit(new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 800));
        signIn();
        open("/mapping?name=Our%20till");
        String changed = DOCUMENT.replace("[Storno]", "[Verkauf]");

        document().fill(changed);
        button("Show what would load").press("Enter");

        assertThat(page.locator(".preview")).containsText("1 row is no sale");
        assertThat(document()).hasValue(changed);
        keepPicture(page, "mapping-preview-phone");
        document().fill("name: x\nkind: y");
        button("Show what would load").press("Enter");
        assertThat(page.locator(".preview")).containsText("line 2, column 7: expected one of");
        assertThat(page.locator("#yaml-problem")).hasCount(0);
    }

    @Test
    void deletesAMappingThatThisVersionCannotRead() {
        signIn();
        update(
                "INSERT INTO saved_mapping (name, yaml, changed_at) VALUES ('Old till', 'colour: red', UTC_TIMESTAMP(6))");
        open("/mappings");
        assertThat(page.locator(".notice-bad")).containsText("Old till: line 1, column 1");
        link("Old till").click();
        assertThat(page.locator(".notice-bad")).containsText("this version of the service cannot read");
        assertThat(document()).hasValue("colour: red");

        button("Delete this mapping").click();

        assertThat(page.locator("h1")).hasText("Mappings");
        assertThat(page.locator(".notice-bad")).hasCount(0);
    }

    @Test
    void deletesAMappingAndSavesItAgain() {
        signIn();
        save(DOCUMENT);

        button("Delete this mapping").click();
        assertThat(page.locator("h1")).hasText("Mappings");
        link("Our till").click();
        assertThat(page.getByText("This mapping is not in use")).isVisible();
        assertThat(document()).hasValue(DOCUMENT);
        button("Save").click();

        assertThat(page.getByText("This mapping was saved here.")).isVisible();
    }

    @Test
    void tellsWhereSomebodyElseHasChangedTheMapping() {
        signIn();
        save(DOCUMENT);
        Page other = page.context().newPage();
        other.navigate("/mapping?name=Our%20till");
        document().fill(DOCUMENT.replace("[Storno]", "[Storno, offen]"));
        button("Save").click();
        assertThat(page.locator("#yaml-problem")).hasCount(0);

        other.locator("#yaml").fill(DOCUMENT.replace("[Storno]", "[Retour]"));
        other.locator("main button").first().click();

        assertThat(other.locator("#yaml-problem"))
                .containsText("Somebody has changed this mapping since you opened the page");
        assertThat(other.locator("#yaml")).hasValue(DOCUMENT.replace("[Storno]", "[Retour]"));
    }

    private void save(String document) {
        open("/mapping");
        document().fill(document);
        button("Save").click();
        assertThat(page.locator("h1")).hasText("Our till");
        assertThat(page.locator("#yaml-problem")).hasCount(0);
    }

    private Locator document() {
        return page.getByLabel("The mapping in YAML");
    }

    private void assertRevenue(String revenue) {
        open("/");
        assertThat(page.locator("main dl dd").first()).hasText(revenue);
    }

    private void keepPhonePicture() {
        Page phone = visit(new Browser.NewContextOptions().setViewportSize(360, 740));
        phone.navigate("/mapping?name=Our%20till");
        keepPicture(phone, "mapping-phone");
    }
}
