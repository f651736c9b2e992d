package org.salesetl.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.salesetl.user.SomeUsers.PASSWORD;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.HttpApi;
import org.salesetl.HttpApi.Answer;
import org.salesetl.WarehouseTest;
import org.salesetl.vocabulary.Role;
import org.salesetl.web.ConflictException;
import org.springframework.beans.factory.annotation.Autowired;

class UsersTest extends WarehouseTest {

    private static final Pattern SHOWN = Pattern.compile("<code id=\"password\">([^<]*)</code>");

    @Autowired
    private HttpApi api;

    @Autowired
    private Accounts accounts;

    private SomeUsers users;

    @BeforeEach
    void addOneOfEach() {
        users = new SomeUsers(api);
        accounts.add("vera", PASSWORD, Role.VIEWER, false);
        accounts.add("otto", PASSWORD, Role.OPERATOR, false);
        accounts.add("ada", PASSWORD, Role.ADMIN, false);
    }

    @Test
    void onlyAdministratorsSeeTheDetailsOfHealth() {
        assertThat(as("vera", "GET", "/actuator/health/readiness", "").text()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(as("ada", "GET", "/actuator/health/readiness", "").text()).contains("\"diskRoom\"");
    }

    @Test
    void saysWhichRoleIsNeeded() {
        Answer answer = as("vera", "POST", "/api/etl/runs", "{\"mode\":\"check\"}");

        assertThat(answer.json().path("detail").asText())
                .isEqualTo("Expected a user with the role operator but found a user who may not do that.");
        assertThat(api.exchange(
                                "POST",
                                "/etl",
                                "mode=check",
                                "Authorization",
                                SomeUsers.basic("vera", PASSWORD),
                                "Accept",
                                "text/html",
                                "Content-Type",
                                SomeUsers.FORM)
                        .text())
                .contains("You may not do that");
    }

    @Test
    void handsOutAOneTimePasswordThatCanOnlyBeChanged() {
        String oneTime = shown(as("ada", "POST", "/users", "name=nina&role=operator"));
        assertThat(send("nina", oneTime, "POST", "/api/etl/runs", "{\"mode\":\"check\"}")
                        .status())
                .isEqualTo(403);
        assertThat(send("nina", oneTime, "GET", "/account", "").text()).contains("Somebody else knows your password");

        assertThat(change("nina", oneTime, oneTime, PASSWORD).status()).isEqualTo(303);

        assertThat(send("nina", oneTime, "GET", "/account", "").status()).isIn(302, 401);
        assertThat(as("nina", "POST", "/api/etl/runs", "{\"mode\":\"check\"}").status())
                .isEqualTo(202);
        warehouse.awaitEnd();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    wrong                     | violet harbour spoon 17 | That is not your password
                    lantern gravel violin oak | short                   | Expected at least 12 characters
                    lantern gravel violin oak | password123456          | found a common one
                    lantern gravel violin oak | otto is not so safe 99  | without your name
                    lantern gravel violin oak | lantern gravel violin oak | The new password is the old one
                    """)
    void refusesABadNewPassword(String current, String password, String words) {
        Answer answer = change("otto", PASSWORD, current, password);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains(words);
        assertThat(as("otto", "GET", "/account", "").status()).isEqualTo(200);
    }

    @Test
    void letsADisabledUserDoNothing() {
        assertThat(as("ada", "POST", "/users/enabled", "name=otto&enabled=false")
                        .status())
                .isEqualTo(303);

        assertThat(as("otto", "POST", "/api/etl/runs", "").status()).isEqualTo(401);

        as("ada", "POST", "/users/enabled", "name=otto&enabled=true");
        assertThat(as("otto", "GET", "/account", "").status()).isEqualTo(200);
    }

    @Test
    void tellsInWordsThatTheDatabaseDoesNotAnswer() throws SQLException {
        try (Connection other = warehouse.connection();
                Statement statement = other.createStatement()) {
            statement.execute("LOCK TABLES user_account WRITE");

            Answer answer = as("otto", "GET", "/account", "");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text()).contains("The database does not answer, so nobody can sign in");
            assertThat(answer.header("Retry-After")).isPresent();
            statement.execute("UNLOCK TABLES");
        }
        assertThat(api.get("/sign-in?away").text()).contains("The database does not answer");
        assertThat(as("otto", "GET", "/account", "").status()).isEqualTo(200);
    }

    @Test
    void alwaysKeepsAnAdmin() {
        accounts.setRole("ada", Role.VIEWER);

        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> accounts.setRole("admin", Role.OPERATOR));
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> accounts.setEnabled("admin", false));
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> accounts.delete("admin"));
        assertThat(api.postAsAdmin("/users/delete", "name=admin", "Content-Type", SomeUsers.FORM)
                        .text())
                .contains("last admin");
    }

    @Test
    void leavesAConfiguredPasswordToTheConfiguration() {
        assertThat(as("ada", "POST", "/users/password", "name=admin").status()).isEqualTo(409);
        assertThat(api.getAsAdmin("/account").text()).contains("sales-etl.admin-password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Anna", "-anna", "an na", "<script>", "otto"})
    void refusesNamesThatNoUserMayHave(String name) {
        assertThat(as("ada", "POST", "/users", "name=" + name.replace("<", "%3C") + "&role=viewer")
                        .status())
                .isIn(400, 409);
    }

    private static String shown(Answer answer) {
        Matcher password = SHOWN.matcher(answer.text());
        assertThat(password.find()).as(answer.text()).isTrue();
        return password.group(1);
    }

    private Answer change(String user, String signIn, String current, String password) {
        return send(
                user,
                signIn,
                "POST",
                "/account/password",
                ("current=" + current + "&password=" + password + "&again=" + password).replace(" ", "+"));
    }

    private Answer as(String user, String method, String path, String body) {
        return users.as(user, method, path, body);
    }

    private Answer send(String user, String password, String method, String path, String body) {
        return users.as(user, password, method, path, body);
    }
}
