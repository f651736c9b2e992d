package org.salesetl.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.salesetl.FreshSchema;
import org.salesetl.TestFolder;
import org.salesetl.ledger.RunLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * The base class of tests with a browser and the whole service. Dropped files load by themselves. The warehouse is empty before each
 * test.
 *
 * <p>After each test, no page may have logged an error, sent a request to another host, or opened a dialog.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "sales-etl.inbox=${tests.folder:target}/browser-test/inbox",
            "sales-etl.archive=${tests.folder:target}/browser-test/archive",
            "sales-etl.data=${tests.folder:target}/browser-test/data",
            "sales-etl.watch=200ms",
            "sales-etl.settle=100ms",
            "sales-etl.schedule=",
            "sales-etl.sample.on-empty=false",
            "sales-etl.admin-password=only-for-tests",
            "spring.flyway.clean-disabled=false",
        })
@Import({BrowserTest.EmptyFolders.class, FreshSchema.class})
abstract class BrowserTest {

    /** A name that runs as a script, or ends an attribute, if a page does not escape the name. */
    static final String HOSTILE = "<script>alert(1)</script>\"'&";

    private static final Path FOLDER = TestFolder.of("browser-test");
    /** Whether somebody wants to look at the pages: the pictures of all take minutes. */
    private static final boolean PICTURES = Boolean.getBoolean("tests.pictures");

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    /** A page on a busy machine may take long. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int MILLIS_TO_WAIT = Math.toIntExact(PATIENCE.toMillis());
    private static final List<String> TABLES = List.of(
            "audit_entry",
            "user_session",
            "scheduled_job",
            "retention_notice",
            "forgotten_file",
            "forgotten_customer",
            "parked_sale",
            "quarantine",
            "sales_pack",
            "sales_month",
            "fetched_object",
            "rollup_customer",
            "rollup_product",
            "rollup_day",
            "rollup_month",
            "rollup_place",
            "fact_sales",
            "dim_date",
            "dim_product",
            "dim_customer",
            "sale_city",
            "left_out_row",
            "question",
            "exchange_rate",
            "warehouse_currency",
            "etl_file_left_out",
            "event_batch",
            "outbox",
            "etl_file_reason",
            "etl_file",
            "etl_run",
            "file_answer",
            "saved_mapping",
            "mapping_version");

    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> visits = new ArrayList<>();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private RunLock lock;

    /** A page in a window of a desktop. */
    Page page;

    /** Removes the files and the schema that an earlier test run has left. */
    @TestConfiguration(proxyBeanMethods = false)
    static class EmptyFolders {

        @Bean
        static BeanFactoryPostProcessor emptyFolders() {
            return factory -> List.of("inbox", "archive").forEach(BrowserTest::delete);
        }
    }

    @BeforeAll
    static void startBrowser() {
        Optional<Path> chromium = Chromium.path();
        assumeTrue(chromium.isPresent(), Chromium.ABSENT);
        playwright = Chromium.driver();
        browser = Chromium.launch(playwright, chromium.get());
        PlaywrightAssertions.setDefaultAssertionTimeout(MILLIS_TO_WAIT);
    }

    @AfterAll
    static void stopBrowser() {
        if (playwright != null) {
            playwright.close();
        }
        playwright = null;
        browser = null;
    }

    @BeforeEach
    void startAnew() {
        await().atMost(PATIENCE).until(lock::isFree);
        TABLES.forEach(table -> jdbc.update("DELETE FROM " + table));
        jdbc.update("DELETE FROM user_account WHERE name <> 'admin'");
        // a reload loads all files in the archive
        delete("archive");
        emptyCheckFolder();
        page = visit(new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    @AfterEach
    void requireNoComplaints() {
        visits.forEach(BrowserContext::close);
        assertThat(complaints)
                .as("console errors, foreign requests and dialogs")
                .isEmpty();
    }

    private static void emptyCheckFolder() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("inbox/check"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(String folder) {
        try {
            FileSystemUtils.deleteRecursively(FOLDER.resolve(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a page in a new browser window, for a reader who wants nothing to move: movement takes time. */
    Page visit(Browser.NewContextOptions options) {
        BrowserContext context = Objects.requireNonNull(browser)
                .newContext(options.setBaseURL(base()).setLocale("en-GB").setReducedMotion(ReducedMotion.REDUCE));
        visits.add(context);
        context.setDefaultTimeout(MILLIS_TO_WAIT);
        Page opened = context.newPage();
        opened.onConsoleMessage(this::hear);
        opened.onPageError(error -> complaints.add("script: " + error));
        opened.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        opened.onRequest(request -> {
            URI uri = URI.create(request.url().replaceAll("[\"'<>|{}^`\\\\ ]", "_"));
            if (!"data".equals(uri.getScheme()) && !("127.0.0.1".equals(uri.getHost()) && uri.getPort() == port)) {
                complaints.add("request to " + request.url());
            }
        });
        return opened;
    }

    /** Notes errors in the console. A page with status 400 or 404 counts as no error, because the tests check the status. */
    private void hear(ConsoleMessage message) {
        boolean status = message.text().startsWith("Failed to load resource: the server responded with a status of 4")
                && !message.location().contains("/charts/");
        if (message.type().equals("error") && !status) {
            complaints.add(message.location() + ": " + message.text());
        }
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    /** Opens a page, and returns the HTTP status. */
    int open(String path) {
        Response response = page.navigate(path);
        assertThat(response).isNotNull();
        return response.status();
    }

    void signIn() {
        page.navigate("/sign-in");
        page.getByLabel("Password").fill("only-for-tests");
        button("Sign in").click();
        page.waitForURL(base() + "/");
    }

    /** A button in the content of the page. */
    Locator button(String name) {
        return page.getByRole(AriaRole.MAIN).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    /** A link in the content of the page. */
    Locator link(String name) {
        return page.getByRole(AriaRole.MAIN).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    /** The sentence below a chart. */
    Locator finding(String slug) {
        return page.locator("#" + slug + " figcaption");
    }

    /** Drops a whole file at once, under its final name. */
    void drop(String name, String... lines) {
        try {
            Path inbox = FOLDER.resolve("inbox");
            Path growing =
                    Files.write(inbox.resolve(name + ".part"), (String.join("\n", lines) + "\n").getBytes(UTF_8));
            Files.move(growing, inbox.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes the database, as another version of the service would. */
    void update(String sql) {
        jdbc.update(sql);
    }

    /** Waits until this many files are in the ledger, and all runs have ended. */
    void awaitFiles(int files) {
        await().atMost(PATIENCE)
                .until(() -> Integer.valueOf(files)
                                .equals(jdbc.queryForObject("SELECT COUNT(*) FROM etl_file", Integer.class))
                        && lock.isFree());
    }

    /** Loads three customers, two products and three sales with a revenue of 75.00. One row is rejected, and one sale is parked. */
    void loadShop() {
        drop(
                "customers.csv",
                "customer_id,name,email,city",
                "C1,\"" + HOSTILE.replace("\"", "\"\"") + "\",ann@example.org,Paris",
                "C2,Ben Baker,,Lyon",
                "C3,Bo,,\"Saint-<b>Denis</b>\"");
        awaitFiles(1);
        drop("products.csv", "product_id,name,category,price", "P1,Pen,Office,1.50", "P2,Lamp,Home,20.00");
        awaitFiles(2);
        drop(
                "sales.csv",
                "sale_id,order_id,customer_id,product_id,order_date,quantity",
                "S1,O1,C1,P1,2025-01-06,10",
                "S2,O1,C1,P2,2025-01-06,1",
                "S3,O2,C2,P2,2025-03-02,2",
                "S4,O3,C2,P1,2025-02-30,3",
                "S5,O4,C9,P1,2025-03-04,1");
        awaitFiles(3);
    }

    /** Keeps a picture of the whole page, for people to look at. */
    static void keepPicture(Page shown, String name) {
        PlaywrightAssertions.assertThat(shown.locator("[data-chart]:empty")).hasCount(0);
        if (!PICTURES) {
            return;
        }
        shown.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
