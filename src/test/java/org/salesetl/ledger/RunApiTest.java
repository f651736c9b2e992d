package org.salesetl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesetl.ApiTest;
import org.salesetl.HttpApi.Answer;

class RunApiTest extends ApiTest {

    private static final String[] JSON = {"Content-Type", "application/json"};

    @Test
    void startsARunAndReturnsItsUrl() {
        warehouse.drop("customers.csv", "customer_id,name", "C1,Ann", ",Nobody", "C1,Again");

        Answer started = api.postAsAdmin("/api/etl/runs", "{\"mode\":\"incremental\"}", JSON);

        assertThat(started.status()).isEqualTo(202);
        String location = started.header("Location").orElseThrow();
        assertThat(location)
                .isEqualTo("/api/etl/runs/" + started.json().path("id").asInt());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !api.get(location).json().path("status").asText().equals("running"));
        JsonNode run = api.get(location).json();
        assertThat(run.path("status").asText()).isEqualTo("succeeded");
        assertThat(run.path("trigger").asText()).isEqualTo("http");
        assertThat(run.path("mode").asText()).isEqualTo("incremental");
        assertThat(Instant.parse(run.path("startedAt").asText()))
                .isBeforeOrEqualTo(Instant.parse(run.path("finishedAt").asText()));
        JsonNode file = run.path("files").get(0);
        assertThat(file.path("name").asText()).isEqualTo("customers.csv");
        assertThat(file.path("kind").asText()).isEqualTo("customers");
        assertThat(file.path("sha256").asText()).matches("[0-9a-f]{64}");
        assertThat(file.path("status").asText()).isEqualTo("loaded");
        assertThat(file.path("read").asInt()).isEqualTo(3);
        assertThat(file.path("inserted").asInt()).isEqualTo(1);
        assertThat(file.path("rejected").asInt()).isEqualTo(2);
        assertThat(file.path("reasons").toString()).isEqualTo("{\"duplicate_id\":1,\"missing_customer_id\":1}");
    }

    @Test
    void startsAnIncrementalRunIfTheRequestNamesNoMode() {
        assertThat(api.postAsAdmin("/api/etl/runs", "").json().path("mode").asText())
                .isEqualTo("incremental");
    }

    @Test
    void refusesASecondRunWithTheUrlOfTheFirstRun() throws SQLException {
        warehouse.update("INSERT INTO etl_run (triggered_by, mode, status, started_at)"
                + " VALUES ('schedule', 'incremental', 'running', UTC_TIMESTAMP(6))");
        int running = warehouse.count("SELECT MAX(run_id) FROM etl_run");
        try (Connection otherInstance = warehouse.connection();
                Statement statement = otherInstance.createStatement()) {
            statement.execute(
                    "UPDATE run_lease SET holder = 'another', expires_at = UTC_TIMESTAMP(6) + INTERVAL 60 SECOND");
            try {
                Answer refused = api.postAsAdmin("/api/etl/runs", "{\"mode\":\"reload\"}", JSON);

                assertProblem(refused, 409, "Run " + running + " is still going on");
                assertThat(refused.header("Location")).contains("/api/etl/runs/" + running);
                assertThat(refused.json().path("run").asText()).isEqualTo("/api/etl/runs/" + running);
            } finally {
                statement.execute("UPDATE run_lease SET holder = NULL, expires_at = UTC_TIMESTAMP(6)");
            }
        }
        assertThat(warehouse.count("SELECT COUNT(*) FROM etl_run")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"mode":"everything"} | mode: expected incremental or reload or check but found everything
                    {"mode":1}            | mode: expected {"mode":"incremental"}, {"mode":"reload"} or {"mode":"check"}
                    {}                    | mode: expected {"mode":"incremental"}, {"mode":"reload"} or {"mode":"check"}
                    {"mode"               | body: expected JSON such as {"mode":"incremental"}
                    """)
    void saysWhatIsWrongWithARequest(String body, String detail) {
        assertProblem(api.postAsAdmin("/api/etl/runs", body, JSON), 400, detail);
        assertThat(warehouse.count("SELECT COUNT(*) FROM etl_run")).isZero();
    }

    @Test
    void startsNoRunWithoutSignIn() {
        assertProblem(api.post("/api/etl/runs", "", JSON), 401, "Expected a user with the password");
        assertProblem(
                api.post(
                        "/api/etl/runs", "", "Content-Type", "application/json", "Authorization", "Basic YWRtaW46eA=="),
                401,
                "Expected a user with the password");
        assertThat(warehouse.count("SELECT COUNT(*) FROM etl_run")).isZero();
    }

    @Test
    void refusesARequestThatAPageOfAnotherSiteMakesTheBrowserSend() {
        for (String header : new String[] {"Sec-Fetch-Site", "Origin"}) {
            assertThat(api.postAsAdmin("/api/etl/runs", "", header, "https://example.org")
                            .status())
                    .isEqualTo(401);
        }
        assertThat(warehouse.count("SELECT COUNT(*) FROM etl_run")).isZero();
    }

    @Test
    void cancelsNothingIfNoRunIsGoingOn() {
        int run = warehouse.run().id();

        assertProblem(api.postAsAdmin("/api/etl/runs/" + run + "/cancel", ""), 409, "there is nothing to cancel");
        assertProblem(api.postAsAdmin("/api/etl/runs/x/cancel", ""), 404, "There is no run x");
        assertProblem(api.post("/api/etl/runs/" + run + "/cancel", ""), 401, "Expected a user with the password");
        assertThat(warehouse.query("SELECT status FROM etl_run")).containsExactly("succeeded");
    }

    @Test
    void asksTheInstanceThatHasARunToCancelIt() {
        warehouse.update("INSERT INTO etl_run (triggered_by, mode, status, started_at)"
                + " VALUES ('schedule', 'incremental', 'running', UTC_TIMESTAMP(6))");
        int run = warehouse.count("SELECT MAX(run_id) FROM etl_run");
        warehouse.update("UPDATE run_lease SET holder = 'another', expires_at = UTC_TIMESTAMP(6) + INTERVAL 60 SECOND");
        try {
            assertThat(api.postAsAdmin("/api/etl/runs/" + run + "/cancel", "").status())
                    .isEqualTo(202);

            assertThat(warehouse.query("SELECT cancel_run FROM run_lease")).containsExactly(String.valueOf(run));
        } finally {
            warehouse.update("UPDATE run_lease SET holder = NULL, cancel_run = NULL, expires_at = UTC_TIMESTAMP(6)");
        }
    }

    @Test
    void leavesOutDamagedFilesOnlyIfTheRequestSaysSo() {
        assertProblem(
                api.postAsAdmin("/api/etl/runs", "{\"mode\":\"reload\",\"damaged\":true}", JSON),
                400,
                "damaged: expected leave_out but found true");
        assertThat(api.postAsAdmin("/api/etl/runs", "{\"mode\":\"reload\",\"damaged\":\"leave_out\"}", JSON)
                        .status())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({"PUT", "DELETE", "PATCH"})
    void servesNoOtherMethod(String method) {
        assertThat(api.send(method, "/api/etl/runs").status()).isEqualTo(405);
    }

    @Test
    void listsRunsNewestFirst() {
        warehouse.run();
        warehouse.run();
        int newest = warehouse.run().id();

        JsonNode listing = api.get("/api/etl/runs?limit=2").json();
        JsonNode rest = api.get("/api/etl/runs?limit=2&offset=2").json();

        assertThat(listing.path("total").asInt()).isEqualTo(3);
        assertThat(listing.path("runs").findValuesAsText("id"))
                .containsExactly(String.valueOf(newest), String.valueOf(newest - 1));
        assertThat(rest.path("runs").findValuesAsText("id")).containsExactly(String.valueOf(newest - 2));
    }

    @ParameterizedTest
    @CsvSource({"limit=0", "limit=501", "limit=x", "offset=-1"})
    void saysWhichLimitsAndOffsetsAreAllowed(String query) {
        assertProblem(api.get("/api/etl/runs?" + query), 400, "expected a whole number from");
    }

    @ParameterizedTest
    @CsvSource({"999999", "abc", "1.5", "99999999999"})
    void saysThatThereIsNoSuchRun(String id) {
        assertProblem(api.get("/api/etl/runs/" + id), 404, "There is no run " + id);
    }

    @Test
    void listsTheFilesOfARunInPages() {
        int run = warehouse.run().id();
        for (int i = 0; i < 250; i++) {
            warehouse.update(
                    "INSERT INTO etl_file (run_id, name, sha256, size_bytes, status, rows_read, inserted, loaded_at)"
                            + " VALUES (?, ?, REPEAT('a', 64), 1, 'loaded', 2, 2, UTC_TIMESTAMP(6))",
                    run,
                    "file" + i + ".csv");
        }

        JsonNode listed = api.get("/api/etl/runs?limit=1").json().path("runs").get(0);
        JsonNode first = api.get("/api/etl/runs/" + run).json();
        JsonNode last = api.get("/api/etl/runs/" + run + "?limit=60&offset=240").json();
        JsonNode progress = api.get("/api/etl/progress").json().path("run");
        String page = api.get("/etl/runs/" + run + "?offset=200").text();

        assertThat(listed.path("files")).hasSize(100);
        assertThat(listed.path("filesTotal").asInt()).isEqualTo(250);
        assertThat(first.path("files")).hasSize(100);
        assertThat(last.path("files").findValuesAsText("name")).hasSize(10).startsWith("file240.csv");
        assertThat(progress.path("files")).isEmpty();
        assertThat(progress.path("filesTotal").asInt()).isEqualTo(250);
        assertThat(page)
                .contains("file200.csv")
                .contains("file249.csv")
                .doesNotContain("file199.csv")
                .as("the sums of all files")
                .contains(">500<");
        assertThat(api.get("/etl").text()).contains("file99.csv").doesNotContain("file100.csv");
        assertProblem(api.get("/api/etl/runs/" + run + "?limit=501"), 400, "expected a whole number from");
    }
}
