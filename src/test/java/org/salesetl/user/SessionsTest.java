package org.salesetl.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.salesetl.user.SomeUsers.PASSWORD;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salesetl.HttpApi;
import org.salesetl.HttpApi.Answer;
import org.salesetl.WarehouseTest;
import org.salesetl.vocabulary.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sessions of browsers, from the sign-in to their end. */
class SessionsTest extends WarehouseTest {

    /** The newest session is the first one. */
    private static final Pattern HANDLE = Pattern.compile("name=\"session\" value=\"([0-9a-f]{64})\"");

    @Autowired
    private HttpApi api;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ApplicationContext context;

    private String token = "";

    @BeforeEach
    void addUser() {
        accounts.add("ada", PASSWORD, Role.ADMIN, false);
    }

    @Test
    void areListedAndEnded() {
        String session = signIn("ada");
        assertThat(read("/account", session).text()).contains("Sessions", "127.0.0.1");
        String page = read("/users", session).text();
        Matcher handle = HANDLE.matcher(page);
        assertThat(handle.find()).as(page).isTrue();
        assertThat(page).doesNotContain(session.substring(session.indexOf('=') + 1));

        assertThat(post("/account/session", "session=" + handle.group(1), session)
                        .status())
                .isEqualTo(303);

        assertThat(read("/account", session).header("Location").orElse("")).contains("/sign-in?");
    }

    @Test
    void endWhenAnAdminDisablesTheUser() {
        String session = signIn("ada");
        assertThat(read("/account", session).status()).isEqualTo(200);

        api.postAsAdmin("/users/enabled", "name=ada&enabled=false", "Content-Type", SomeUsers.FORM);

        assertThat(read("/account", session).header("Location").orElse("")).endsWith("/sign-in?ended");
        assertThat(read("/api/quarantine", signIn("ada")).status()).isEqualTo(200);
    }

    @Test
    void endAtTheSignInPageWithItsOwnWords() {
        String session = signIn("ada");

        assertThat(post(
                                "/account/password",
                                "current=" + PASSWORD.replace(' ', '+')
                                        + "&password=marble+ticket+ocean+heron&again=marble+ticket+ocean+heron",
                                session)
                        .header("Location"))
                .contains("/sign-in?changed");
        assertThat(read("/sign-in?changed", session).status()).isEqualTo(200);
        assertThat(read("/account", session).header("Location").orElse("")).contains("/sign-in?back=");
    }

    @Test
    void endWhenAnotherInstanceChangesTheAccount() {
        String session = signIn("ada");
        jdbc.update("UPDATE user_account SET role = 'viewer' WHERE name = 'ada'");

        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        read("/account", session).header("Location").orElse("").endsWith("/sign-in?ended"));
    }

    @Test
    void askForThePasswordAgainBeforeWhatIsHardToUndo() {
        String session = signIn("ada");
        assertThat(post("/users/role", "name=ada&role=admin", session).header("Location"))
                .contains("/users");
        session = signIn("ada");
        grow(Duration.ofMinutes(11));

        Answer asked = post("/users", "name=nina&role=viewer", session, "Referer", "http://127.0.0.1:1/users");
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.header("Location")).contains("/sign-in?again&back=%2Fusers");
        assertThat(accounts.find("nina")).isEmpty();
        assertThat(post("/etl", "mode=reload", session).header("Location")).contains("/sign-in?again&back=%2F");
        assertThat(post("/etl", "mode=incremental", session).header("Location")).contains("/etl");
        warehouse.awaitEnd();
        assertThat(read("/sign-in?again&back=%2Fusers", session).text()).contains("Give your password again");
        assertThat(jdbc.queryForList("SELECT what FROM audit_entry ORDER BY entry_id", String.class))
                .containsExactly("sign_in", "user", "sign_in", "run");

        String again = signIn("ada", session);
        assertThat(post("/users", "name=nina&role=viewer", again).status()).isEqualTo(200);
        assertThat(accounts.find("nina")).isPresent();
    }

    /** A new version may not read what an older one has written. */
    @Test
    void endInWordsIfTheyCannotBeRead() {
        String session = signIn("ada");
        jdbc.update(
                "UPDATE user_session_ATTRIBUTES SET ATTRIBUTE_BYTES = ? WHERE ATTRIBUTE_NAME LIKE 'SPRING%'",
                new Object[] {new byte[] {1, 2, 3}});

        assertThat(read("/", session).status()).isEqualTo(200);
        assertThat(read("/account", session).header("Location").orElse("")).contains("/sign-in?back=");
        assertThat(read("/users", signIn("ada", session)).text()).contains("ada");
    }

    /** Anybody could make the database write for nothing. */
    @Test
    void areNotMadeWithoutASignIn() {
        assertThat(read("/", "none=0").response().headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("JSESSIONID="));
        read("/sign-in", "JSESSIONID=0123");
        token = tokenOfForms();
        post("/sign-in", "username=ada&password=wrong", "");

        assertThat(KeptSessions.count(jdbc)).isZero();
    }

    @Test
    void keepNoPasswordAndNoObjectOfOthers() {
        signIn("ada");
        String hash = accounts.find("ada").orElseThrow().password();
        for (byte[] bytes : jdbc.queryForList("SELECT ATTRIBUTE_BYTES FROM user_session_ATTRIBUTES", byte[].class)) {
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .startsWith("{")
                    .doesNotContain(hash, PASSWORD);
            assertThat(SessionFormat.read(bytes)).isNotNull();
        }

        assertThat(SessionFormat.read(SessionFormat.write(new File("/")))).isNull();
        assertThat(SessionFormat.read("{\"person\":{\"rights\":[\"ROLE_ADMIN\"]}}".getBytes(StandardCharsets.UTF_8)))
                .isNull();
    }

    @Test
    void areInTheAudit() {
        String session = signIn("ada");
        post("/sign-out", "", session);

        assertThat(jdbc.queryForList(
                        "SELECT CONCAT_WS(' ', user_name, what, address) FROM audit_entry ORDER BY entry_id",
                        String.class))
                .containsExactly("ada sign_in 127.0.0.1", "ada sign_out 127.0.0.1");
    }

    /** Lets the last sign-in of every session be that much older. */
    private void grow(Duration age) {
        KeptSessions.change(
                context,
                "ada",
                session -> session.setAttribute("signedInAt", Instant.now().minus(age)));
    }

    private String signIn(String user) {
        return signIn(user, "");
    }

    /** Signs in at the page; the cookie of the session. */
    private String signIn(String user, String session) {
        token = tokenOfForms();
        Answer answer = post("/sign-in", "username=" + user + "&password=" + PASSWORD.replace(' ', '+'), session);
        return answer.response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .map(cookie -> cookie.split(";", 2)[0])
                .findFirst()
                .orElse("none=0");
    }

    private String tokenOfForms() {
        return api.get("/sign-in").header("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private Answer read(String path, String session) {
        return api.get(path, "Cookie", session, "Accept", "text/html");
    }

    private Answer post(String path, String form, String session, String... headers) {
        String[] all = Stream.concat(
                        Stream.of(
                                "Cookie",
                                session.isEmpty() ? token : session + "; " + token,
                                "Content-Type",
                                SomeUsers.FORM),
                        Stream.of(headers))
                .toArray(String[]::new);
        return api.post(path, form + "&_csrf=" + token.split("=", 2)[1], all);
    }
}
