package org.salesetl.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.salesetl.openid.Visitor.location;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.WarehouseTest;
import org.salesetl.dashboard.Chromium;
import org.salesetl.user.KeptSessions;
import org.salesetl.vocabulary.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.StringUtils;

/**
 * Signs in at a provider, which is a program of its own in this process. The service starts before the provider does, so the first test
 * is the one that has no provider. The service ends with the test, because no other has its settings.
 */
@Tag("http")
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(
        properties = {
            "tests.home=open-id-test",
            "sales-etl.open-id.client-id=sales-etl",
            "sales-etl.open-id.client-secret=secret",
            "sales-etl.open-id.name=Company",
            "sales-etl.open-id.roles.operator=operator,Sales staff",
            "sales-etl.mask-personal-data=true",
        })
class OpenIdTest extends WarehouseTest {

    private static final Provider PROVIDER = Provider.away();
    private static final String ADA = claims("ada", "admin", "");

    private static final Pattern HANDLE = Pattern.compile("name=\"session\" value=\"([0-9a-f]{64})\"");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ApplicationContext context;

    private Visitor visitor = new Visitor("");

    @DynamicPropertySource
    static void nameTheProvider(DynamicPropertyRegistry registry) {
        registry.add("sales-etl.open-id.issuer", PROVIDER::issuer);
    }

    @BeforeEach
    void visit() {
        visitor = visitor();
    }

    @AfterAll
    static void stopProvider() {
        PROVIDER.close();
    }

    @Test
    @Order(1)
    void startsWithoutTheProviderAndTakesPasswordsMeanwhile() {
        String refused = location(visitor.open(OpenIdSignIn.PATH + "?back=/etl"));

        assertThat(refused).endsWith("/sign-in?open-id=provider_away&back=%2Fetl");
        assertThat(visitor.open(refused).body()).contains("Company does not answer", "Sign in with Company");
        assertThat(location(visitor.submit(
                        "/sign-in", Map.of("username", "admin", "password", "only-for-tests"), "/sign-in")))
                .endsWith("/");
        assertThat(audit()).containsExactly("admin sign_in ");
        PROVIDER.start();
    }

    @Test
    void asksWithAProofKeyAStateAndANonce() {
        assertThat(visitor.goToProvider(OpenIdSignIn.PATH))
                .startsWith(PROVIDER.issuer() + "/authorize?")
                .contains(
                        "response_type=code",
                        "client_id=sales-etl",
                        "scope=openid%20profile",
                        "state=",
                        "nonce=",
                        "code_challenge_method=S256",
                        "redirect_uri=http://127.0.0.1:" + port + "/login/oauth2/code/openid")
                .doesNotContain("prompt", "max_age");
        assertThat(visitor.hasCookie("JSESSIONID")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, VIEWER, 403, 403",
        "Sales staff, OPERATOR, 200, 403",
        "admin, ADMIN, 200, 200",
    })
    void givesTheRoleThatTheProviderTells(String told, Role role, int retention, int users) {
        assertThat(visitor.signIn(OpenIdSignIn.PATH + "?back=/retention", "1", claims("ada", told, "")))
                .endsWith("/retention");

        assertThat(visitor.open("/account").body())
                .contains(
                        "openid:ada", StringUtils.capitalize(role.label()), "kept there", "this service itself keeps");
        assertThat(visitor.open("/retention").statusCode()).isEqualTo(retention);
        assertThat(visitor.open("/users").statusCode()).isEqualTo(users);
        assertThat(audit()).containsExactly("openid:ada sign_in role=" + role.label() + ", subject=1");
    }

    @Test
    void hidesNobodysOwnAddress() {
        visitor.signIn("1", claims("ada@example.org", "viewer", ""));

        assertThat(visitor.open("/").body()).contains("openid:ada@example.org");
    }

    @Test
    void givesTheHighestOfSeveralRoles() {
        visitor.signIn("1", "{\"preferred_username\":\"ada\",\"roles\":[\"x\",\"admin\",\"viewer\"]}");

        assertThat(visitor.open("/users").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"preferred_username\":\"ada\"}", "{\"preferred_username\":\"ada\",\"roles\":[\"x\"]}"})
    void refusesWhoHasNoRole(String claims) {
        String refused = visitor.signIn("1", claims);

        assertThat(refused).endsWith("/sign-in?open-id=no_role");
        assertThat(visitor.open(refused).body()).contains("Company knows you, but has given you no role");
        assertThat(visitor.open("/account").statusCode()).isEqualTo(302);
        assertThat(audit()).containsExactly("openid:ada failed_sign_in no_role");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ada",
                "a\\u202eda",
                "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789x"
            })
    void refusesWhoHasNoProperName(String name) {
        assertThat(visitor.signIn("1", claims(name, "admin", ""))).endsWith("/sign-in?open-id=no_name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"nonce\":\"another\"",
                ",\"iss\":\"http://127.0.0.1:1/company\"",
                ",\"aud\":\"another\"",
                ",\"exp\":1700000000"
            })
    void refusesTokensThatAreNotForThisSignIn(String claim) {
        String refused = visitor.signIn("1", claims("ada", "admin", claim));

        assertThat(refused).endsWith("/sign-in?open-id=failed");
        assertThat(visitor.open(refused).body()).contains("The answer of Company was not in order");
        assertThat(visitor.open("/account").statusCode()).isEqualTo(302);
        assertThat(audit()).containsExactly("? failed_sign_in failed");
    }

    @Test
    void refusesTokensThatSomebodyElseHasSigned() {
        visitor.signIn("1", ADA);
        PROVIDER.startAsSomebodyElse();

        Visitor another = visitor();
        assertThat(another.signIn("1", ADA)).endsWith("/sign-in?open-id=failed");
        assertThat(another.open("/account").statusCode()).isEqualTo(302);
        PROVIDER.start();
    }

    @Test
    void refusesAnAnswerThatThisBrowserHasNotAskedFor() {
        String answer = visitor.signInAt(visitor.goToProvider(OpenIdSignIn.PATH), "1", ADA);

        Visitor another = visitor();
        assertThat(location(another.open(answer))).endsWith("/sign-in?open-id=too_late");
        another.goToProvider(OpenIdSignIn.PATH);
        assertThat(location(another.open(answer))).endsWith("/sign-in?open-id=too_late");
        assertThat(location(visitor.open(answer.replaceAll("state=[^&]*", "state=x"))))
                .endsWith("/sign-in?open-id=too_late");
        assertThat(location(visitor.open(answer))).endsWith("/");
        assertThat(location(visitor.open(answer))).endsWith("/sign-in?open-id=too_late");
    }

    @Test
    void saysThatTheProviderHasRefused() {
        String asked = visitor.goToProvider(OpenIdSignIn.PATH);
        Matcher state = Pattern.compile("state=([^&]*)").matcher(asked);
        assertThat(state.find()).isTrue();

        String refused =
                location(visitor.open("/login/oauth2/code/openid?error=access_denied&state=" + state.group(1)));

        assertThat(visitor.open(refused).body()).contains("Company has not let you in");
    }

    @Test
    void goesOnWhileTheProviderIsAway() {
        visitor.signIn("1", ADA);
        Visitor another = visitor();
        String answer = another.signInAt(another.goToProvider(OpenIdSignIn.PATH), "2", ADA);
        PROVIDER.close();

        assertThat(visitor.open("/users").statusCode()).isEqualTo(200);
        assertThat(location(another.open(answer))).endsWith("/sign-in?open-id=provider_away");
        PROVIDER.start();
        assertThat(another.signIn("2", ADA)).endsWith("/");
        assertThat(audit()).hasSize(2).allMatch(entry -> entry.startsWith("openid:ada sign_in"));
    }

    @Test
    void takesNobodyForAUserOfThisService() {
        String now = ",\"auth_time\":" + Instant.now().getEpochSecond();
        visitor.signIn(OpenIdSignIn.PATH + "?again", "1", claims("admin", "viewer", now));

        assertThat(visitor.open("/account").body()).contains("openid:admin");
        assertThat(visitor.open("/users").statusCode()).isEqualTo(403);
        assertThat(visitor.submit(
                                "/account/password",
                                Map.of("current", "only-for-tests", "password", "lantern gravel violin", "again", "x"),
                                "/account")
                        .statusCode())
                .isEqualTo(409);
        assertThat(visitor.submit("/account/token", Map.of("name", "x", "role", "viewer"), "/account")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void listsAndEndsSessions() {
        visitor.signIn("1", ADA);
        Visitor admin = visitor();
        admin.open("/sign-in");
        admin.submit("/sign-in", Map.of("username", "admin", "password", "only-for-tests"), "/sign-in");
        assertThat(visitor.open("/account").body()).contains("127.0.0.1");
        String users = admin.open("/users").body();
        assertThat(users).contains("People who sign in with Company are not in this list", "openid:ada");
        Matcher handle = HANDLE.matcher(users.substring(users.indexOf("openid:ada</")));
        assertThat(handle.find()).as(users).isTrue();

        admin.submit("/users/session", Map.of("session", handle.group(1)), "/users");

        assertThat(location(visitor.open("/account"))).endsWith("/sign-in?ended");
        assertThat(location(visitor.open("/account"))).contains("/sign-in?back=");
    }

    @Test
    void endsASessionThatHasLastedAsLongAsItMay() {
        visitor.signIn("1", ADA);
        KeptSessions.change(context, "openid:ada", session -> {
            assertThat(session.<Instant>getAttribute("latestEnd"))
                    .isAfter(Instant.now().plusSeconds(7 * 3600))
                    .isBefore(Instant.now().plusSeconds(8 * 3600 + 1));
            session.setAttribute("latestEnd", Instant.now());
        });

        assertThat(location(visitor.open("/account"))).endsWith("/sign-in?ended");
    }

    @Test
    void entersASignOut() {
        visitor.signIn("1", ADA);

        String out = location(visitor.submit("/sign-out", Map.of(), "/"));

        assertThat(visitor.open(out).body()).contains("You may still be signed in at Company");
        assertThat(audit()).containsExactly("openid:ada sign_in role=admin, subject=1", "openid:ada sign_out ");
    }

    /** Nobody has given a password to a provider that only knows the browser. */
    @Test
    void asksForThePasswordBeforeWhatIsHardToUndo() {
        visitor.signIn("1", ADA);

        assertThat(location(visitor.submit("/etl", Map.of("mode", "reload"), "/etl")))
                .contains("/sign-in?again&back=%2Fetl");
        String asked = location(visitor.submit("/users", Map.of("name", "nina", "role", "viewer"), "/users"));
        assertThat(asked).endsWith("/sign-in?again&back=%2Fusers");
        String page = visitor.open(asked).body();
        assertThat(page)
                .contains(
                        "you gave your password to Company some time ago",
                        OpenIdSignIn.PATH + "?again&amp;back=%2Fusers")
                .doesNotContain("name=\"password\"");
        String again = OpenIdSignIn.PATH + "?again&back=%2Fusers";
        assertThat(visitor.goToProvider(again)).contains("prompt=login", "max_age=0");

        for (String given : List.of("", ",\"auth_time\":" + (Instant.now().getEpochSecond() - 3600))) {
            String missing = visitor.signIn(again, "1", claims("ada", "admin", given));
            assertThat(missing).endsWith("/sign-in?open-id=no_password&again&back=%2Fusers");
            assertThat(visitor.open(missing).body()).contains("Company has not asked for your password");
            assertThat(location(visitor.submit("/users", Map.of("name", "nina", "role", "viewer"), "/users")))
                    .contains("/sign-in?again");
        }

        String now = ",\"auth_time\":" + Instant.now().getEpochSecond();
        assertThat(visitor.signIn(again, "1", claims("ada", "admin", now))).endsWith("/users");
        assertThat(visitor.submit("/users", Map.of("name", "nina", "role", "viewer"), "/users")
                        .statusCode())
                .isEqualTo(200);
        assertThat(location(visitor.submit("/etl", Map.of("mode", "reload"), "/etl")))
                .endsWith("/etl");
        warehouse.awaitEnd();
        jdbc.update("DELETE FROM user_account WHERE name = 'nina'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//example.org/", "https://example.org/", "/%5Cexample.org"})
    void leadsToNoOtherHost(String elsewhere) {
        assertThat(visitor.signIn(OpenIdSignIn.PATH + "?back=" + elsewhere, "1", ADA))
                .endsWith("/")
                .doesNotContain("example");
    }

    /** A browser refuses what the headers of the pages forbid, such as a form that leads to another host. */
    @Test
    void worksInABrowser() {
        Optional<Path> chromium = Chromium.path();
        assumeTrue(chromium.isPresent(), Chromium.ABSENT);
        try (Playwright driver = Chromium.driver();
                Browser browser = Chromium.launch(driver, chromium.get())) {
            List<String> complaints = new ArrayList<>();
            Page page = browser.newPage(new Browser.NewPageOptions().setBaseURL("http://127.0.0.1:" + port));
            page.onConsoleMessage(message -> {
                // the page of the provider asks the internet for its letters
                if (message.type().equals("error") && !page.url().startsWith(PROVIDER.issuer())) {
                    complaints.add(message.text());
                }
            });
            page.navigate("/etl/reload");
            page.getByText("Sign in to load everything again").click();
            keepPictures(page, "sign-in-open-id");
            page.getByText("Sign in with Company").click();
            signInAtProvider(page, ADA);
            page.waitForURL("**/etl/reload");
            assertThat(page.locator(".site-user").innerText()).contains("openid:ada");

            page.navigate("/users");
            page.locator("#name").fill("nina");
            page.locator("button:text-is('Add a user')").click();
            page.waitForURL("**/sign-in?again&back=**");
            keepPictures(page, "sign-in-open-id-again");
            page.getByText("Sign in with Company").click();
            signInAtProvider(
                    page,
                    claims("ada", "admin", ",\"auth_time\":" + Instant.now().getEpochSecond()));
            page.waitForURL("**/users");
            page.locator("#name").fill("nina");
            page.locator("button:text-is('Add a user')").click();
            page.locator("#password").waitFor();

            page.navigate("/account");
            keepPictures(page, "account-open-id");
            assertThat(complaints).isEmpty();
        } finally {
            jdbc.update("DELETE FROM user_account WHERE name = 'nina'");
        }
    }

    private static void signInAtProvider(Page page, String claims) {
        page.locator("[name=username]").fill("1");
        page.locator("[name=claims]").fill(claims);
        page.locator("[type=submit]").click();
    }

    private static void keepPictures(Page page, String name) {
        for (int width : new int[] {360, 1440}) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots").resolve(name + "-" + width + ".png")));
        }
    }

    private Visitor visitor() {
        return new Visitor("http://127.0.0.1:" + port);
    }

    private List<String> audit() {
        return jdbc.queryForList(
                "SELECT CONCAT(COALESCE(user_name, '?'), ' ', what, ' ', value_after) FROM audit_entry ORDER BY entry_id",
                String.class);
    }

    private static String claims(String name, String role, String more) {
        return "{\"preferred_username\":\"" + name + "\",\"roles\":[\"" + role + "\"]" + more + "}";
    }
}
