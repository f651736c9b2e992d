package org.salesetl.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesetl.TestFolder;
import org.salesetl.openid.Provider;
import org.springframework.util.FileSystemUtils;

/** The service as a company runs it: behind a proxy that takes TLS off, and closed to whoever has not signed in. */
class BehindProxyTest {

    private static final Path HOME = TestFolder.of("behind-proxy-test").toAbsolutePath();

    private static final Provider PROVIDER = Provider.away();

    private static DatabaseProcess database;
    private static ServiceProcess service;

    @BeforeAll
    static void startBoth() throws Exception {
        FileSystemUtils.deleteRecursively(HOME);
        database = DatabaseProcess.ofItsOwn(HOME);
        service = new ServiceProcess(HOME, database);
        service.start(
                "512m",
                "--sales-etl.proxies=127.0.0.1",
                "--sales-etl.hosts=sales.example.org",
                "--sales-etl.reading=signed-in",
                "--sales-etl.open-id.issuer=" + PROVIDER.issuer(),
                "--sales-etl.open-id.client-id=sales-etl",
                "--sales-etl.metrics-token=t0ken");
        service.awaitReady();
        // up as soon as the inbox has been looked into
        await().atMost(Duration.ofMinutes(1))
                .until(() -> service.get("/actuator/health").statusCode() == 200);
    }

    @AfterAll
    static void stopBoth() throws InterruptedException {
        PROVIDER.close();
        if (service != null) {
            service.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, 302",
        "/analytics, 302",
        "/data/fact_sales, 302",
        "/charts/top-cities.png, 302",
        "/api/metrics/top-cities, 401",
        "/api/data/dim_customer, 401",
        "/api/data/dim_customer.csv, 401",
        "/api/events, 401",
        "/actuator/prometheus, 401",
        "/actuator/health, 200",
        "/sign-in, 200",
        "/favicon.svg, 200"
    })
    void showsNothingBeforeTheSignIn(String path, int status) throws Exception {
        boolean api = path.startsWith("/api") || path.startsWith("/actuator");

        HttpResponse<String> answer = service.send(request(path, "10.1.1.1")
                .header("Accept", api ? "application/json" : "text/html")
                .GET());

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 302) {
            assertThat(answer.headers().firstValue("Location"))
                    .get()
                    .asString()
                    .startsWith("https://sales.example.org/sign-in?back=");
        }
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .get()
                .asString()
                .contains("max-age=31536000");
        assertThat(answer.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void signsInWithACookieThatStaysOnTheEncryptedWay() throws Exception {
        HttpResponse<String> page = service.send(
                request("/sign-in", "10.1.1.2").header("Accept", "text/html").GET());
        String token = cookie(page, "XSRF-TOKEN");
        assertThat(page.headers().allValues("Set-Cookie"))
                .anyMatch(set -> set.startsWith("XSRF-TOKEN=")
                        && set.contains("Secure")
                        && set.contains("SameSite=Lax")
                        && set.contains("Path=/"));

        HttpResponse<String> answer = service.send(request("/sign-in", "10.1.1.2")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "XSRF-TOKEN=" + token)
                .POST(BodyPublishers.ofString("username=admin&password=only-for-tests&back=%2Fanalytics&_csrf="
                        + URLEncoder.encode(token, UTF_8))));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("https://sales.example.org/analytics");
        String session = answer.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("__Host-SESSION="))
                .findFirst()
                .orElseThrow();
        assertThat(session)
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
        String signedIn = session.substring(0, session.indexOf(';'));
        for (String path : List.of("/", "/analytics?period=all", "/etl", "/hawtio/", "/api/etl/runs")) {
            assertThat(service.send(request(path, "10.1.1.2")
                                    .header("Cookie", signedIn)
                                    .header("Accept", "text/html")
                                    .GET())
                            .statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    /** The provider sends the browser to the name and the port of the proxy, or nowhere if they are not those that it knows. */
    @Test
    void signsInAtAProviderUnderTheNameOfTheProxy() throws Exception {
        PROVIDER.start();

        HttpResponse<String> asked = service.send(request("/oauth2/authorization/openid?back=%2Fetl", "10.1.1.4")
                .header("Accept", "text/html")
                .GET());

        String provider = asked.headers().firstValue("Location").orElseThrow();
        assertThat(provider).contains("redirect_uri=https://sales.example.org/login/oauth2/code/openid&");
        String pending = asked.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("OPENID="))
                .findFirst()
                .orElseThrow();
        assertThat(pending).contains("Path=/login/oauth2/code/", "Secure", "HttpOnly", "SameSite=Lax");
        String back = service.send(HttpRequest.newBuilder(URI.create(provider))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=1&claims="
                                + URLEncoder.encode("{\"preferred_username\":\"ada\",\"roles\":[\"viewer\"]}", UTF_8))))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(back).startsWith("https://sales.example.org/login/oauth2/code/openid?");
        HttpResponse<String> answer =
                service.send(request(back.substring("https://sales.example.org".length()), "10.1.1.4")
                        .header("Cookie", pending.substring(0, pending.indexOf(';')))
                        .header("Accept", "text/html")
                        .GET());
        assertThat(answer.headers().firstValue("Location")).hasValue("https://sales.example.org/etl");
        assertThat(cookie(answer, "__Host-SESSION")).isNotEmpty();
    }

    @Test
    void measuresForWhoHasTheToken() throws Exception {
        assertThat(metrics("Bearer t0ken").statusCode()).isEqualTo(200);
        assertThat(metrics("Bearer t0kem").statusCode()).isEqualTo(401);
        assertThat(metrics("Bearer ").statusCode()).isEqualTo(401);
    }

    @Test
    void slowsDownWhoGuessesAndNobodyElse() throws Exception {
        for (String user : List.of("admin", "nobody")) {
            HttpResponse<String> first = guess(user, "10.2.2.2");
            assertThat(first.statusCode()).isEqualTo(401);
            HttpResponse<String> answer = first;
            for (int i = 0; i < 6; i++) {
                answer = guess(user, "10.2.2.2");
            }
            assertThat(answer.statusCode()).as(user).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(guess("admin", "10.2.2.2").body()).isNotEqualTo("");
        assertThat(service.send(request("/api/etl/runs", "10.2.2.3")
                                .header("Authorization", basic("admin", "only-for-tests"))
                                .GET())
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.log()).contains("A sign-in from 10.2.2.2 failed, 5 times in a row");
    }

    @Test
    void answersUnderTheNamesOfTheListOnly() throws Exception {
        assertThat(service.send(service.request("/actuator/health")
                                .header("X-Forwarded-Host", "evil.example")
                                .GET())
                        .statusCode())
                .isEqualTo(400);
    }

    private static HttpResponse<String> guess(String user, String address) throws Exception {
        return service.send(request("/api/etl/runs", address)
                .header("Authorization", basic(user, "wrong"))
                .GET());
    }

    private static HttpResponse<String> metrics(String authorization) throws Exception {
        return service.send(request("/actuator/prometheus", "10.3.3.3")
                .header("Authorization", authorization)
                .GET());
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith(name + "="))
                .map(set -> set.substring(name.length() + 1, set.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    /** As the proxy hands it on. */
    private static HttpRequest.Builder request(String path, String address) {
        return service.request(path)
                .headers("X-Forwarded-Proto", "https", "X-Forwarded-Host", "sales.example.org")
                .headers("X-Forwarded-Port", "443", "X-Forwarded-For", address);
    }
}
