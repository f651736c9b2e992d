package org.salesetl.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Checks that apply to all pages, and pictures of all pages, on a desktop and on a phone. */
class EveryPageTest extends BrowserTest {

    private static final String UNLABELLED = """
            () => [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
              .filter(field => field.labels.length === 0 && !field.getAttribute('aria-label'))
              .map(field => field.outerHTML)
            """;

    private static final String FOCUS_IS_SEEN = """
            () => {
              const style = getComputedStyle(document.activeElement);
              return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
            }
            """;

    /** The violations that axe-core finds, and their places. What passes is only counted, not described. */
    private static final String VIOLATIONS = """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations.map(violation => violation.id + ': '
              + violation.nodes.map(node => node.target.join(' ')).slice(0, 5).join(', '))
            """;

    @Test
    void passesAllChecksWithData() {
        loadShop();
        drop("notes.csv", "this,is,something", "1,2,3");
        drop(
                "cancelled.csv",
                "sale_id,customer_id,product_id,order_date,quantity,price,status",
                "S99,C1,P1,2025-01-06,10,1.50,cancelled");
        awaitFiles(5);

        look("");
    }

    @Test
    void passesAllChecksWithoutData() {
        look("-empty");
    }

    @Test
    void passesAllChecksAfterSignIn() {
        loadShop();
        drop("liste.csv", "Bestellnr;Datum;Artikel;Menge;Preis", "1;03/04/2025;Tasse;2;1,500");
        awaitFiles(4);
        signIn();

        for (String path : List.of(
                "/",
                "/etl",
                "/etl/reload",
                "/quarantine",
                "/checks",
                "/mappings",
                "/mapping",
                "/questions",
                "/customer/forget?customer=C1",
                "/users",
                "/account",
                "/audit",
                "/retention")) {
            open(path);
            check(page, path);
            keepPicture(page, "signed-in" + path.replace('/', '-'));
        }
    }

    /** On a phone, in whose window all other pages are looked at in the dark, the menu is closed. */
    @Test
    void passesAllChecksInTheDarkOnADesktop() {
        loadShop();
        Page dark =
                visit(new Browser.NewContextOptions().setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK));

        for (String path : List.of("/", "/analytics", "/data/fact_sales", "/etl", "/quarantine", "/questions")) {
            dark.navigate(path);
            assertThat(dark.locator("html")).hasAttribute("data-bs-theme", "dark");
            check(dark, path);
        }
    }

    @Test
    void escapesTextOfFilesAndLinks() {
        loadShop();

        open("/data/dim_customer");
        assertThat(page.getByText(HOSTILE)).isVisible();
        open("/data/dim_customer?q=" + "%3Cscript%3Ealert(1)%3C%2Fscript%3E%22'%26");
        assertThat(page.locator(".data-table")).containsText(HOSTILE);
        open("/analytics?city=Paris&category=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        assertThat(page.locator(".active-filters")).containsText("\"><script>alert(1)</script>");
        open("/analytics?city=Paris");
        assertThat(finding("top-customers")).containsText(HOSTILE);
        open("/analytics?from=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        assertThat(page.locator("[role=alert]")).containsText("found <script>alert(1)</script>");
        open("/quarantine?file=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        assertThat(page.locator(".empty-state")).containsText("No row in quarantine matches");
        open("/sign-in?back=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        assertThat(page.locator("h1")).hasText("Sign in");
        open("/data/%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        assertThat(page.locator("script:not([src])")).hasCount(0);
    }

    @Test
    void showsWhatACallOfTheApiTakesAndAnswers() {
        open("/openapi");
        page.locator("#trigger-run summary").click();
        page.locator("#serve-metric summary").click();

        assertThat(page.locator("#serve-metric tbody tr").first()).containsText("Names the question.");
        assertThat(page.locator("#serve-metric tbody tr").first()).containsText("top-customers, monthly-revenue");
        assertThat(page.locator("#serve-metric pre").first())
                .hasText("curl 'http://localhost:8080/api/metrics/top-customers'");
        assertThat(page.locator("#trigger-run pre").first())
                .hasText("curl -X POST -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json'"
                        + " -d '{\"mode\":\"incremental\"}' 'http://localhost:8080/api/etl/runs'");
        check(page, "/openapi");
        keepPicture(page, "openapi-call");
        page.setViewportSize(360, 800);
        check(page, "/openapi");
        keepPicture(page, "openapi-call-narrow");
    }

    @Test
    void offersLinksOnAPageThatDoesNotExist() {
        assertThat(open("/no-such-page")).isEqualTo(404);

        assertThat(page.locator("h1")).hasText("There is no such page");
        check(page, "/no-such-page");
        link("All charts").click();
        assertThat(page.locator("h1")).hasText("How your sales are doing");
    }

    @Test
    void skipsToTheContentByKeyboard() {
        open("/analytics");

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip-link")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.locator("main")).isFocused();
    }

    /** Opens the page of a customer, and sets a filter, without a mouse. */
    @Test
    void canBeUsedWithTheKeyboardAlone() {
        loadShop();
        open("/");
        tabTo("a.btn[href='/analytics']");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("How your sales are doing");

        tabTo("#top-customers summary");
        page.keyboard().press("Enter");
        tabTo("#top-customers tbody a[href='/customer?customer=C2']");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Ben Baker");
        page.goBack();
        assertThat(page.locator("h1")).hasText("How your sales are doing");

        tabTo(".picker >> nth=0 >> summary");
        page.keyboard().press("Enter");
        tabTo("input[name=category][value=Home]");
        page.keyboard().press("Space");
        tabTo(".filter-buttons button");
        page.keyboard().press("Enter");
        page.waitForURL(base() + "/analytics?category=Home");

        tabTo("#top-cities .chart");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#chart-said")).hasText("Paris revenue: 20.00");
        page.keyboard().press("Enter");
        page.waitForURL(base() + "/analytics?category=Home&city=Paris");
        page.goBack();

        tabTo("#top-cities [data-tool=enlarge]");
        page.keyboard().press("Enter");
        assertThat(page.locator("#enlarged")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#enlarged")).isHidden();

        open("/data/dim_customer");
        tabTo("input[name=city]");
        page.keyboard().type("Lyon");
        page.keyboard().press("Enter");
        assertThat(page.locator(".data-table tbody tr")).hasCount(1);
    }

    /** Presses the tab key until the element has the focus. The focus must be visible. */
    private void tabTo(String selector) {
        for (int presses = 0; presses < 200; presses++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.locator(selector).first().evaluate("element => element === document.activeElement")) {
                assertThat((Boolean) page.evaluate(FOCUS_IS_SEEN))
                        .as("focus on " + selector)
                        .isTrue();
                return;
            }
        }
        throw new AssertionError("The keyboard does not lead to " + selector);
    }

    @Test
    void isSmallAndItsAssetsAreCachedForEver() {
        loadShop();
        AtomicLong bytes = new AtomicLong();
        CDPSession network = page.context().newCDPSession(page);
        network.send("Network.enable");
        network.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        List<String> again = new ArrayList<>();
        page.onResponse(response -> {
            if (response.url().contains("/assets/")) {
                assertThat(response.headerValue("cache-control"))
                        .as(response.url())
                        .isEqualTo("max-age=31536000, public, immutable");
            }
        });

        open("/analytics");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(bytes.get()).as("bytes of the page and all it needs").isBetween(100_000L, 700_000L);

        page.onRequestFinished(request -> {
            if (request.sizes().responseBodySize > 0 && request.url().contains("/assets/")) {
                again.add(request.url());
            }
        });
        open("/analytics?city=Paris");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(again).as("fetched once more").isEmpty();
    }

    @Test
    void opensTheMenuOnAPhone() {
        Page phone = visit(new Browser.NewContextOptions().setViewportSize(360, 740));
        phone.navigate("/");
        assertThat(phone.locator("#site-menu")).isHidden();

        phone.getByLabel("Menu").click();
        phone.locator("#site-menu a[href='/quarantine']").click();

        assertThat(phone.locator("h1")).hasText("Quarantine");
    }

    private String leftOut() {
        open("/etl");
        return page.locator("a[href*='left-out']").first().getAttribute("href");
    }

    private void look(String suffix) {
        Map<String, String> pages = new LinkedHashMap<>(Map.of(
                "home", "/",
                "analytics", "/analytics",
                "analytics-filtered", "/analytics?city=Paris&from=2025-01-01",
                "data-sales", "/data/fact_sales",
                "data-customers", "/data/dim_customer",
                "runs", "/etl",
                "reload", "/etl/reload",
                "quarantine", "/quarantine",
                "sign-in", "/sign-in",
                "not-found", "/no-such-page"));
        pages.put("facts", "/facts?city=Paris");
        pages.put("openapi", "/openapi");
        pages.put("checks", "/checks");
        pages.put("questions", "/questions");
        pages.put("mappings", "/mappings");
        pages.put("mapping", "/mapping?name=Shopify%20orders");
        if (suffix.isEmpty()) {
            pages.put("product", "/product?product=P1");
            pages.put("left-out", leftOut());
            pages.put("customer", "/customer?customer=C2");
            pages.put("analytics-by-day", "/analytics?from=2025-01-01&to=2025-03-31&by=day");
            pages.put("data-filtered", "/data/fact_sales?quantity=2..&column=sale_id&column=quantity&column=line");
        }
        // colours and widths do not depend on each other, so two windows are enough for both
        Page phone =
                visit(new Browser.NewContextOptions().setViewportSize(360, 740).setColorScheme(ColorScheme.DARK));
        // as wide as a window of 1280 by 900 in which everything is twice as large
        Page zoomed = visit(new Browser.NewContextOptions().setViewportSize(640, 450));
        pages.forEach((name, path) -> {
            page.navigate(path);
            assertThat(page.locator("html")).hasAttribute("data-bs-theme", "light");
            check(page, path);
            keepPicture(page, name + suffix + "-desk");
            phone.navigate(path);
            assertThat(phone.locator("html")).hasAttribute("data-bs-theme", "dark");
            check(phone, path);
            keepPicture(phone, name + suffix + "-phone");
            zoomed.navigate(path);
            requireFit(zoomed, path);
        });
    }

    private static void check(Page shown, String path) {
        assertThat(shown.locator("html")).hasAttribute("lang", "en");
        assertThat(shown.locator("h1")).hasCount(1);
        assertThat(shown.locator("main")).hasCount(1);
        assertThat(shown.title()).as(path).endsWith(" · Sales ETL Dashboard");
        assertThat(shown.locator("img:not([alt]), img[alt='']")).hasCount(0);
        assertThat(shown.locator("table:not(:has(caption))")).hasCount(0);
        assertThat((List<?>) shown.evaluate(UNLABELLED))
                .as("fields without a label on " + path)
                .isEmpty();
        assertThat((List<?>) shown.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)"))
                .as("ids on " + path)
                .doesNotHaveDuplicates();
        shown.evaluate(axe());
        assertThat((List<?>) shown.evaluate(VIOLATIONS))
                .as("what is not accessible on " + path)
                .isEmpty();
        requireFit(shown, path);
    }

    private static void requireFit(Page shown, String path) {
        assertThat((Boolean)
                        shown.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as(path + " fits into the window")
                .isTrue();
    }

    private static String axe() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
