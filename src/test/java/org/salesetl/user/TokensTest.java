package org.salesetl.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salesetl.user.SomeUsers.PASSWORD;

import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.HttpApi;
import org.salesetl.HttpApi.Answer;
import org.salesetl.WarehouseTest;
import org.salesetl.vocabulary.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class TokensTest extends WarehouseTest {

    private static final String CHECK = "{\"mode\":\"check\"}";
    private static final Pattern SHOWN = Pattern.compile("<code id=\"secret\">([^<]*)</code>");

    @Autowired
    private HttpApi api;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    private SomeUsers users;

    @BeforeEach
    void addUsers() {
        users = new SomeUsers(api);
        accounts.add("otto", PASSWORD, Role.OPERATOR, false);
        accounts.add("ada", PASSWORD, Role.ADMIN, false);
    }

    @Test
    void letAProgramDoWhatTheRoleSays() {
        String operator = make("otto", "operator");
        String viewer = make("otto", "viewer");

        Answer started = use(operator, "POST", "/api/etl/runs", CHECK);
        assertThat(started.status()).isEqualTo(202);
        assertThat(started.header("Set-Cookie").orElse("")).doesNotContain("SESSION");
        warehouse.awaitEnd();
        assertThat(use(viewer, "POST", "/api/etl/runs", CHECK).status()).isEqualTo(403);
        assertThat(use(viewer, "GET", "/api/quarantine", "").status()).isEqualTo(200);
        assertThat(use(operator, "POST", "/api/etl/runs", "{\"mode\":\"reload\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void neverManageUsers() {
        String admin = make("ada", "admin");

        assertThat(use(admin, "GET", "/users", "").status()).isEqualTo(403);
        assertThat(use(admin, "POST", "/users", "name=eve&role=admin").status()).isEqualTo(403);
        assertThat(use(admin, "GET", "/account", "").status()).isEqualTo(403);
        assertThat(use(admin, "GET", "/audit", "").status()).isEqualTo(200);
    }

    @Test
    void needNoTokenAgainstForgedRequestsAndNeverUseTheSession() {
        String operator = make("otto", "operator");

        Answer crossSite = api.exchange(
                "POST",
                "/api/etl/runs",
                CHECK,
                "Authorization",
                "Bearer " + operator,
                "Cookie",
                "JSESSIONID=0123",
                "Content-Type",
                "application/json");
        assertThat(crossSite.status()).isEqualTo(202);
        warehouse.awaitEnd();
    }

    @ParameterizedTest
    @ValueSource(strings = {"salesetl_", "salesetl_wrong", "salesetl_wrong' OR 1=1"})
    void areRefusedIfNobodyKnowsThem(String token) {
        assertThat(use(token, "POST", "/api/etl/runs", CHECK).status()).isEqualTo(401);
        assertThat(use(token, "GET", "/api/quarantine", "").status()).isEqualTo(401);
    }

    @Test
    void endOnTheirLastDay() {
        String token = make("otto", "operator");
        jdbc.update("UPDATE api_token SET last_day = ?", LocalDate.now(clock).minusDays(2));

        assertThat(use(token, "POST", "/api/etl/runs", CHECK).status()).isEqualTo(401);
    }

    @Test
    void countNoMoreWhenTheyAreRevokedOrTheirUserMayLess() {
        String token = make("otto", "operator");
        int id = jdbc.queryForObject("SELECT token_id FROM api_token", Integer.class);
        assertThat(users.as("ada", "POST", "/account/revoke", "token=" + id).status())
                .isEqualTo(404);

        accounts.setRole("otto", Role.VIEWER);
        assertThat(use(token, "POST", "/api/etl/runs", CHECK).status()).isEqualTo(403);
        accounts.setEnabled("otto", false);
        assertThat(use(token, "GET", "/api/quarantine", "").status()).isEqualTo(401);
        accounts.setEnabled("otto", true);
        assertThat(users.as("otto", "POST", "/account/revoke", "token=" + id).status())
                .isEqualTo(303);
        assertThat(use(token, "GET", "/api/quarantine", "").status()).isEqualTo(401);
    }

    @Test
    void allowNoMoreThanTheirUserMay() {
        assertThat(users.as(
                                "otto",
                                "POST",
                                "/account/token",
                                form("admin", LocalDate.now(clock).plusDays(1)))
                        .status())
                .isEqualTo(403);
        assertThat(users.as(
                                "otto",
                                "POST",
                                "/account/token",
                                form("viewer", LocalDate.now(clock).plusDays(400)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void areKeptAsAHashOnly() {
        String token = make("otto", "operator");

        assertThat(jdbc.queryForObject("SELECT token_hash FROM api_token", String.class))
                .hasSize(64)
                .doesNotContain(token);
        assertThat(users.as("otto", "GET", "/account", "").text())
                .contains("nightly")
                .doesNotContain(token);
        assertThat(users.as("ada", "GET", "/users", "").text())
                .contains("nightly")
                .doesNotContain(token);
    }

    private String make(String user, String role) {
        Answer made = users.as(
                user, "POST", "/account/token", form(role, LocalDate.now(clock).plusDays(30)));
        Matcher shown = SHOWN.matcher(made.text());
        assertThat(shown.find()).as(made.text()).isTrue();
        return shown.group(1);
    }

    private static String form(String role, LocalDate lastDay) {
        return "name=nightly&role=" + role + "&last-day=" + lastDay;
    }

    private Answer use(String token, String method, String path, String body) {
        return users.send("Bearer " + token, method, path, body);
    }
}
