package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The page that asks what files do not tell. */
class QuestionPageTest extends BrowserTest {

    private static final String[] ORDERS = {
        "Bestellnummer;Datum;Kundennr;Artikelnr;Menge;Einzelpreis;Bemerkung",
        "B1;15.03.2025;K1;A1;2;1.234,50;eilig",
        "B2;16.04.2025;K2;A2;1;0,99;"
    };

    @Test
    void asksWhetherDayOrMonthComesFirstAndSaysWhatEachAnswerWouldMake() {
        loadShop();
        signIn();
        drop(
                "march.csv",
                "sale_id,order_id,customer_id,product_id,order_date,quantity,price",
                "S9,O9,C1,P2,03/04/2025,2,5");
        awaitFiles(4);
        open("/");
        assertThat(page.locator(".notice").first()).containsText("1 question waits for your answer");
        page.locator(".notice a").first().click();
        assertThat(page.locator(".question legend")).containsText("Does the day or the month come first");
        assertThat(page.locator(".choice").first()).containsText("03/04/2025 is 3 April 2025");
        assertThat(page.locator(".choice").first()).containsText("10.00 of revenue in 1 row");
        keepPicture(page, "date-question");

        page.getByLabel("The day comes first").check();
        button("Remember the answers and load").click();

        awaitFiles(5);
        open("/data/fact_sales?q=S9");
        assertThat(page.locator(".data-table tbody tr").first()).containsText("20250403");
    }

    @Test
    void showsWhatWouldLoadAndRemembersWhatEachColumnMeans() {
        signIn();
        drop("Bestellungen.csv", ORDERS);
        awaitFiles(1);
        open("/questions");
        assertThat(page.getByLabel("Meaning of Datum")).hasValue("order_date");
        assertThat(page.locator(".question legend")).hasText("Which column is what? No mapping knows these columns.");
        assertThat(page.locator("tr:has(select[aria-label='Meaning of Datum'])"))
                .containsText("Guess: date of the sale (named like a date, all values are dates)");
        assertThat(page.locator(".preview")).containsText("2,469.99 of revenue in 2 rows");
        assertThat(page.locator(".preview")).containsText("2025-03 2,469.00");
        keepPicture(page, "column-question");

        page.getByLabel("Meaning of Menge").selectOption("");

        assertThat(page.locator(".preview")).containsText("1,235.49 of revenue in 2 rows");
        page.getByLabel("Meaning of Menge").selectOption("quantity");
        assertThat(page.locator(".preview")).containsText("2,469.99 of revenue in 2 rows");

        button("Remember the answers and load").click();

        awaitFiles(2);
        open("/mappings");
        assertThat(page.locator("main")).containsText("Bestellungen");
        drop("later.csv", ORDERS[0], "B3;17.03.2025;K1;A1;1;10,00;");
        awaitFiles(3);
        open("/questions");
        assertThat(page.locator(".empty-state")).containsText("No file waits for an answer");
    }

    @Test
    void asksWithoutScriptsOnAPhone() {
        loadShop();
        drop("Bestellungen.csv", ORDERS);
        awaitFiles(4);
        page = visit(new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 800));
        signIn();
        open("/questions");

        page.getByLabel("Meaning of Menge").selectOption("");
        button("Show what would load").click();

        assertThat(page.locator(".preview")).containsText("1,235.49 of revenue in 2 rows");
        assertThat(page.getByLabel("Meaning of Menge")).hasValue("");
        page.getByLabel("Meaning of Menge").selectOption("quantity");
        button("Remember the answers and load").click();
        awaitFiles(5);
        open("/etl");
        assertThat(page.locator(".run").first()).containsText("Bestellungen.csv");
    }

    @Test
    void asksAboutSalesWithoutACustomerInAFileThatHasLoaded() {
        loadShop();
        drop(
                "till.csv",
                "sale_id,order_id,customer_id,product_id,order_date,quantity,price",
                "S8,O8,C1,P2,2025-03-04,1,5",
                "S9,O9,,P2,2025-03-04,2,5");
        awaitFiles(4);
        page = visit(new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 800));
        signIn();
        open("/");
        assertThat(page.locator(".notice").first()).containsText("1 question waits for your answer");
        page.locator(".notice a").first().click();
        assertThat(page.locator("article h2")).hasText("till.csv loaded, some sales wait");
        assertThat(page.locator(".evidence")).containsText("line 3, customer_id: blank");
        assertThat(page.locator(".choice").first()).containsText("10.00 of revenue in 1 row");
        keepPicture(page, "guest-question-phone");

        page.getByLabel("They count").check();
        button("Remember the answer").click();

        awaitFiles(5);
        open("/questions");
        assertThat(page.locator(".empty-state")).containsText("No file waits for an answer");
        open("/data/fact_sales?q=S9");
        assertThat(page.locator(".data-table tbody tr").first()).containsText("10.00");
    }

    @Test
    void asksForTheSignIn() {
        drop("Bestellungen.csv", ORDERS);
        awaitFiles(1);

        open("/questions");

        assertThat(page.locator("main").getByText("Sign in to answer")).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remember")))
                .hasCount(0);
    }
}
