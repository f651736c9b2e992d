package org.salesetl.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.ApiTest;
import org.salesetl.HttpApi.Answer;
import org.salesetl.SalesEtlProperties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.util.UriUtils;

/** Files that are sent by HTTP are loaded and checked like dropped files. */
@Tag("http")
class UploadTest extends ApiTest {

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private SalesEtlProperties properties;

    @Test
    void loadsAFileThatIsSent() {
        Answer answer = api.putAsAdmin("/api/uploads?name=customers.csv", BodyPublishers.ofString("customer_id\nC1\n"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("name").asText()).isEqualTo("customers.csv");
        warehouse.awaitEnd();
        assertThat(warehouse.entry("customers.csv").outcomes()).containsExactly(1, 1, 0, 0, 0, 0);
        assertThat(api.get("/api/etl/runs")
                        .json()
                        .path("runs")
                        .get(0)
                        .path("trigger")
                        .asText())
                .isEqualTo("upload");
    }

    @Test
    void checksAFileThatIsSentAndLoadsItOnRequest() throws IOException {
        for (String text : new String[] {"customer_id\nC1\n", "customer_id\nC1\nC2\n"}) {
            assertThat(api.putAsAdmin("/api/checks?name=customers.csv", BodyPublishers.ofString(text))
                            .status())
                    .isEqualTo(202);
            warehouse.awaitEnd();
        }

        assertThat(api.get("/api/checks").json())
                .singleElement()
                .satisfies(report -> assertThat(
                                report.path("counts").path("inserted").asInt())
                        .isEqualTo(2));
        assertThat(warehouse.query("SELECT * FROM dim_customer")).isEmpty();

        String at = api.get("/api/checks").json().get(0).path("at").asText();
        assertThat(api.postAsAdmin("/checks/load?name=customers.csv&at=2025-01-31T12:00:00Z", "")
                        .status())
                .isEqualTo(409);
        assertThat(api.postAsAdmin("/checks/load?name=customers.csv&at=" + at, "")
                        .status())
                .isEqualTo(303);
        warehouse.awaitEnd();
        assertThat(warehouse.entry("customers.csv").outcomes()).containsExactly(2, 2, 0, 0, 0, 0);
        assertThat(api.get("/api/checks").json()).isEmpty();
        assertThat(left()).isEmpty();
    }

    @Test
    void removesACheckedFile() throws IOException {
        api.putAsAdmin("/api/checks?name=customers.csv", BodyPublishers.ofString("customer_id\nC1\n"));
        warehouse.awaitEnd();

        assertThat(api.postAsAdmin("/checks/remove?name=customers.csv", "").status())
                .isEqualTo(303);
        assertThat(api.postAsAdmin("/checks/remove?name=customers.csv", "").status())
                .isEqualTo(404);
        assertThat(api.postAsAdmin("/checks/load?name=..%2Fcustomers.csv&at=x", "")
                        .status())
                .isEqualTo(404);

        assertThat(left()).isEmpty();
    }

    @Test
    void keepsAFileOfTheSameNameThatStillWaits() throws IOException {
        Path waiting = Files.writeString(warehouse.inbox().resolve("customers.csv"), "customer_id\nC1\n");
        assertThat(waiting).exists();

        Answer answer = api.putAsAdmin("/api/uploads?name=customers.csv", BodyPublishers.ofString("customer_id\nC2\n"));

        assertThat(answer.json().path("name").asText()).startsWith("customers");
        warehouse.awaitEnd();
        await().until(() -> {
            warehouse.run();
            return warehouse.query("SELECT customer_id FROM dim_customer").size() == 2;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Łódź 😀.csv", "a, b (1) ${body} 'x'.csv", "100%.csv", "a;b=c&d#e.csv.gz", "sales"})
    void takesFilesWithUnusualNames(String name) throws IOException {
        Answer answer =
                api.putAsAdmin("/api/checks?name=" + UriUtils.encode(name, UTF_8), BodyPublishers.ofString("x\n"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("name").asText()).isEqualTo(name);
        warehouse.awaitEnd();
        assertThat(warehouse.inbox().resolve("check").resolve(name)).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {".sales.csv", "sales.csv.report.html", "sales.csv.part", "sales.csv~", "."})
    void saysWhichFilesItTakes(String name) throws IOException {
        Answer answer = api.putAsAdmin("/api/uploads?name=" + name, BodyPublishers.ofString("x\n"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asText())
                .isEqualTo("name: expected one that neither begins with a dot nor ends as that of a file that is being"
                        + " written (.part, .tmp, .crdownload or ~) or of a report but found " + name);
        assertThat(api.putAsAdmin("/api/uploads", BodyPublishers.ofString("x\n"))
                        .status())
                .isEqualTo(400);
        assertThat(left()).isEmpty();
    }

    /** {@code curl --data-binary} sends a file with the content type of a form. */
    @Test
    void takesAFileThatIsSentLikeAForm() {
        Answer answer = api.putAsAdmin(
                "/api/uploads?name=customers.csv",
                BodyPublishers.ofString("customer_id\nC1\n"),
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(202);
        warehouse.awaitEnd();
        assertThat(warehouse.query("SELECT customer_id FROM dim_customer")).containsExactly("C1");
    }

    @Test
    void keepsNothingOfAFileThatBreaksOff() throws IOException {
        String admin = Base64.getEncoder().encodeToString("admin:only-for-tests".getBytes(UTF_8));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("PUT /api/uploads?name=customers.csv HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic "
                            + admin + "\r\nContent-Length: 10000000\r\n\r\ncustomer_id\n")
                    .getBytes(UTF_8));
            out.write("C1\n".repeat(200_000).getBytes(UTF_8));
            out.flush();
        }

        // a later request is answered, and the first request has left no file
        assertThat(api.putAsAdmin("/api/uploads?name=customers.csv", BodyPublishers.ofString("customer_id\nC2\n"))
                        .status())
                .isEqualTo(202);
        warehouse.awaitEnd();
        assertThat(warehouse.query("SELECT customer_id FROM dim_customer")).containsExactly("C2");
        await().untilAsserted(() -> assertThat(left()).isEmpty());
        assertThat(properties.data().resolve("uploads").toFile().list()).isNullOrEmpty();
    }

    @Test
    void refusesAFileWithoutSignIn() {
        assertThat(api.put("/api/uploads?name=customers.csv", BodyPublishers.ofString("customer_id\nC1\n"))
                        .status())
                .isEqualTo(401);
    }

    /** The files in the inbox and in the folder for checks. */
    private Stream<Path> left() throws IOException {
        try (Stream<Path> files = Files.walk(warehouse.inbox(), 2)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }
}
