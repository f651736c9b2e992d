package org.salesetl.user;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
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

    private static final String PASSWORD = "lantern gravel violin oak";
    private static final String[] FORM = {"Content-Type", "application/x-www-form-urlencoded"};
    private static final Pattern SHOWN = Pattern.compile("<code id=\"password\">([^<]*)</code>");

    @Autowired
    private HttpApi api;

    @Autowired
    private Accounts accounts;

    @BeforeEach
    void addOneOfEach() {
        accounts.add("vera", PASSWORD, Role.VIEWER, false);
        accounts.add("otto", PASSWORD, Role.OPERATOR, false);
        accounts.add("ada", PASSWORD, Role.ADMIN, false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POST   | /api/etl/runs                | {"mode":"check"}          | 403 | 202 | 202
                    POST   | /api/etl/runs                | {"mode":"reload"}         | 403 | 403 | 202
                    POST   | /etl                         | mode=incremental          | 403 | 303 | 303
                    POST   | /etl                         | mode=reload               | 403 | 403 | 303
                    POST   | /etl                         | mode=reload&mapping=x&undo=1 | 403 | 403 | 303
                    POST   | /api/etl/runs/99/cancel      |                           | 403 | 409 | 409
                    POST   | /etl/cancel                  | run=99                    | 403 | 409 | 409
                    POST   | /samples                     |                           | 403 | 303 | 409
                    PUT    | /api/uploads?name=a.txt      | x                         | 403 | 202 | 202
                    PUT    | /api/checks?name=a.txt       | x                         | 403 | 202 | 202
                    POST   | /checks/load                 |                           | 403 | 400 | 400
                    POST   | /checks/remove               | name=a.txt                | 403 | 404 | 404
                    POST   | /questions                   | file=99                   | 403 | 404 | 404
                    POST   | /questions/preview           | file=99                   | 403 | 404 | 404
                    POST   | /api/questions/answers       | {}                        | 403 | 400 | 400
                    POST   | /quarantine/correct          | id=99                     | 403 | 404 | 404
                    POST   | /quarantine/retry            | id=99                     | 403 | 404 | 404
                    POST   | /quarantine/dismiss          | id=99                     | 403 | 404 | 404
                    POST   | /api/quarantine/retry        | {"ids":[99]}              | 403 | 404 | 404
                    POST   | /api/quarantine/dismiss      | {"ids":[99]}              | 403 | 404 | 404
                    POST   | /mapping                     | name=                     | 403 | 400 | 400
                    POST   | /mapping/preview             | name=                     | 403 | 200 | 200
                    POST   | /mapping/delete              | name=x                    | 403 | 403 | 404
                    PUT    | /api/mappings/x              | x                         | 403 | 400 | 400
                    DELETE | /api/mappings/x              |                           | 403 | 403 | 404
                    GET    | /users                       |                           | 403 | 403 | 200
                    POST   | /users                       | name=!                    | 403 | 403 | 400
                    POST   | /users/role                  | name=nobody&role=viewer   | 403 | 403 | 404
                    POST   | /users/enabled               | name=nobody&enabled=true  | 403 | 403 | 404
                    POST   | /users/password              | name=nobody               | 403 | 403 | 404
                    POST   | /users/delete                | name=nobody               | 403 | 403 | 404
                    GET    | /account                     |                           | 200 | 200 | 200
                    POST   | /account/password            |                           | 400 | 400 | 400
                    GET    | /jolokia/version             |                           | 403 | 403 | 200
                    GET    | /hawtio/index.html           |                           | 403 | 403 | 200
                    GET    | /actuator/prometheus         |                           | 403 | 403 | 200
                    GET    | /api/quarantine.csv          |                           | 200 | 200 | 200
                    GET    | /data/fact_sales             |                           | 200 | 200 | 200
                    """)
    void letsEachRoleDoWhatItMay(String method, String path, String body, int viewer, int operator, int admin) {
        assertThat(as("vera", method, path, body).status()).as("viewer").isEqualTo(viewer);
        assertThat(as("otto", method, path, body).status()).as("operator").isEqualTo(operator);
        warehouse.awaitEnd();
        assertThat(as("ada", method, path, body).status()).as("admin").isEqualTo(admin);
        warehouse.awaitEnd();
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
                                basic("vera", PASSWORD),
                                "Accept",
                                "text/html",
                                FORM[0],
                                FORM[1])
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
    void alwaysKeepsAnAdmin() {
        accounts.setRole("ada", Role.VIEWER);

        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> accounts.setRole("admin", Role.OPERATOR));
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> accounts.setEnabled("admin", false));
        assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> accounts.delete("admin"));
        assertThat(api.postAsAdmin("/users/delete", "name=admin", FORM).text()).contains("last admin");
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
        return send(user, PASSWORD, method, path, body);
    }

    private Answer send(String user, String password, String method, String path, String body) {
        boolean form = !path.startsWith("/api");
        return api.exchange(
                method,
                path,
                body == null ? "" : body,
                "Authorization",
                basic(user, password),
                "Content-Type",
                form ? FORM[1] : "application/json");
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }
}
