package org.salesetl.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.ApiTest;
import org.salesetl.HttpApi.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.Environment;

@Tag("http")
class SecurityTest extends ApiTest {

    @Autowired
    private Environment environment;

    @Autowired
    private ServletWebServerApplicationContext context;

    @Test
    void listensOnLoopbackOnly() {
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(context.getWebServer().getPort()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/api/etl/runs",
                "/api/quarantine",
                "/api/data/dim_date"
            })
    void letsEverybodyRead(String path) {
        assertThat(api.get(path).status()).isEqualTo(200);
    }

    @Test
    void showsDetailsOfItsHealthToAdminsOnly() {
        assertThat(api.get("/actuator/health").text()).doesNotContain("components");
        assertThat(api.getAsAdmin("/actuator/health").text()).contains("components", "inbox");
    }

    @Test
    void measuresEveryRoute() {
        assertThat(api.get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(api.getAsAdmin("/actuator/prometheus").text()).contains("routeId=\"load-file\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hawtio", "/hawtio/", "/jolokia", "/jolokia/read/java.lang:type=Memory"})
    void keepsTheConsoleBehindTheSignIn(String path) {
        assertThat(api.get(path).status()).isEqualTo(401);
        assertThat(api.get(path, "Accept", "text/html").header("Location").orElse(""))
                .endsWith("/sign-in?back="
                        + path.replace("/", "%2F").replace(":", "%3A").replace("=", "%3D"));
        assertThat(api.getAsAdmin(path, "Origin", "http://localhost").status()).isIn(200, 302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/shutdown", "/env", "/heapdump", "/actuator/loggers"})
    void exposesNothingElse(String path) {
        assertThat(api.getAsAdmin(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"type":"exec","mbean":"java.lang:type=Memory","operation":"gc"} | 403
                    {"type":"exec","mbean":"com.sun.management:type=DiagnosticCommand","operation":"vmSystemProperties"} | 403
                    {"type":"write","mbean":"java.lang:type=Memory","attribute":"Verbose","value":true} | 403
                    {"type":"read","mbean":"java.lang:type=Memory","attribute":"HeapMemoryUsage"} | 200
                    {"type":"search","mbean":"org.apache.camel:type=routes,*"} | 200
                    """)
    void letsTheConsoleReadButChangeNothing(String request, int status) {
        Answer answer = askConsole(request);

        assertThat(answer.json().path("status").asInt()).as(answer.text()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"service:jmx:rmi:///stub/rO0ABQ==", "service:jmx:rmi:///jndi/rmi://127.0.0.1:1099/jmxrmi"})
    void sendsNoRequestOfTheConsoleToAnotherServer(String url) {
        String request = "{\"type\":\"read\",\"mbean\":\"java.lang:type=Memory\",\"attribute\":\"HeapMemoryUsage\","
                + "\"target\":{\"url\":\"" + url + "\"}}";

        assertThat(askConsole(request).json().path("status").asInt()).isEqualTo(403);
        assertThat(askConsole("[" + request + "," + request + "]").json().findValuesAsText("status"))
                .containsExactly("403", "403");
        assertThat(askConsole("{\"type\":\"version\",\"target\":{\"url\":\"" + url + "\"}}")
                        .json()
                        .path("status")
                        .asInt())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/hawtio/proxy/http/127.0.0.1/1/x", "/hawtio/proxy/127.0.0.1/1/x", "/jolokia/proxy/127.0.0.1/1/x"
            })
    void isNoProxyToOtherServers(String path) {
        assertThat(api.getAsAdmin(path).text()).doesNotContain("Connect", "refused", "HeapMemoryUsage");
        assertThat(api.getAsAdmin(path).status()).isNotIn(500, 502, 503, 504);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/hawtio/",
                "/hawtio/x",
                "/jolokia",
                "/sign-in",
                "/api/etl/runs",
                "/nope",
                "/actuator/prometheus"
            })
    void keepsNoSessionBeforeTheSignIn(String path) {
        int before = sessions();
        for (int i = 0; i < 25; i++) {
            Answer answer = api.get(path, "Accept", "text/html");
            assertThat(answer.response().headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("JSESSIONID"));
        }
        assertThat(sessions()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/authorization/openid", "/login/oauth2/code/openid?code=x&state=y"})
    void signsInAtNoProviderUnlessOneIsConfigured(String path) {
        Answer answer = api.get(path, "Accept", "text/html");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Set-Cookie").orElse("")).doesNotContain("OPENID");
        assertThat(api.get("/sign-in").text()).doesNotContain("/oauth2/", "Sign in with");
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example, 400",
        "localhost.evil.example:8080, 400",
        "localhost:1, 200",
        "127.0.0.1, 200",
        "[::1]:8080, 200"
    })
    void answersOnlyRequestsWithItsOwnName(String host, int status) throws IOException {
        assertThat(raw("GET /api/etl/runs HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/quarantine/retry", "/api/etl/runs", "/sign-in", "/jolokia"})
    void readsNothingOfALongBody(String path) throws IOException {
        assertThat(raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 367001600\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json");
    }

    @Test
    void readsNoMoreThanAMegabyteOfChunks() {
        Answer answer = api.postAsAdmin(
                "/api/quarantine/retry", BodyPublishers.fromPublisher(BodyPublishers.ofString("x".repeat(1_100_000))));

        assertProblem(answer, 413, "1048576 bytes");
    }

    @Test
    void requiresTheTokenFromAClientWithASession() {
        assertThat(api.postAsAdmin("/api/etl/runs", "x", "Cookie", "JSESSIONID=0123")
                        .status())
                .isEqualTo(403);
        assertThat(api.postAsAdmin("/api/etl/runs", "x").status()).isEqualTo(400);
    }

    @Test
    void readsNoMoreThanAMegabyteOfAForm() {
        Answer answer = api.postAsAdmin(
                "/etl",
                BodyPublishers.fromPublisher(BodyPublishers.ofString("mode=reload&x=" + "x".repeat(1_100_000))),
                "Content-Type",
                "Application/x-www-form-urlencoded");

        assertProblem(answer, 413, "1048576 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /jolokia;x, 400",
        "GET, //jolokia, 400",
        "GET, /%6aolokia/version, 400",
        "GET, /x/../jolokia/version, 400",
        "GET, /./jolokia/version, 400",
        "GET, /x/%2e%2e/jolokia, 400",
        "GET, /error, 404",
        "PATCH, /jolokia, 405",
        "BREW, /, 405"
    })
    void refusesUnusualPathsAndMethods(String method, String path, int status) throws IOException {
        String answer = raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status).doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"GET, /", "POST, /sign-in", "POST, /etl", "POST, /api/etl/runs"})
    void refusesMultipartBodies(String method, String path) throws IOException {
        assertThat(
                        raw(
                                method + " " + path
                                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: multipart/form-data\r\n\r\n"))
                .startsWith("HTTP/1.1 415");
    }

    @Test
    void answersWhileManyClientsSendSlowly() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 220; i++) {
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), context.getWebServer().getPort());
                slow.add(socket);
                socket.getOutputStream()
                        .write(("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\nu")
                                .getBytes(StandardCharsets.UTF_8));
            }

            for (String path : List.of("/", "/sign-in", "/actuator/health")) {
                assertTimeoutPreemptively(
                        Duration.ofSeconds(8),
                        () -> assertThat(api.get(path).status()).isEqualTo(200));
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** The number of sessions that the server keeps. */
    private int sessions() {
        TomcatWebServer server = (TomcatWebServer) context.getWebServer();
        return Stream.of(server.getTomcat().getHost().findChildren())
                .mapToInt(child -> ((Context) child).getManager().getActiveSessions())
                .sum();
    }

    /** The answer to a request that usual clients cannot send. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), context.getWebServer().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void answersUnknownPathsOfTheApiWithAProblem() {
        assertProblem(api.get("/api/nope"), 404, "There is nothing at /api/nope");
        assertProblem(api.send("PUT", "/api/metrics/top-cities"), 405, "PUT");
    }

    @Test
    void showsEveryRouteInTheConsole() {
        Answer routes = askConsole("{\"type\":\"search\",\"mbean\":\"org.apache.camel:context=*,type=routes,name=*\"}");

        assertThat(routes.text())
                .contains("load-file", "read-rows", "merge-staged-sales", "serve-metric", "trigger-run");
        assertThat(routes.text()).doesNotContain("route1");
    }

    /** Sends a request as the console does in a browser: with the token of the cookie, and with the origin of the page. */
    private Answer askConsole(String request) {
        String cookie =
                api.get("/actuator/health").header("Set-Cookie").orElseThrow().split(";", 2)[0];
        return api.postAsAdmin(
                "/jolokia",
                request,
                "Content-Type",
                "application/json",
                "Origin",
                "http://127.0.0.1",
                "Cookie",
                cookie,
                "X-XSRF-TOKEN",
                cookie.split("=", 2)[1]);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, localhost, 200",
        "GET, /api/etl/runs, localhost, 200",
        "GET, /charts/top-cities.png, localhost, 200",
        "GET, /assets/js/live.js, localhost, 404",
        "GET, /actuator/health/liveness, localhost, 200",
        "GET, /nothing/here, localhost, 404",
        "GET, /api/etl/runs, stranger.example, 400",
        "GET, //, localhost, 400",
        "GET, /jolokia;x, localhost, 400",
        "GET, /x/../jolokia, localhost, 400",
        "GET, /api/audit.csv, localhost, 401",
        "POST, /etl, localhost, 403",
        "BREW, /, localhost, 405"
    })
    void tellsBrowsersWhatNoPageDoes(String method, String path, String host, int status) throws IOException {
        assertThat(raw(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status)
                .containsOnlyOnce("X-Content-Type-Options: nosniff")
                .containsOnlyOnce("X-Frame-Options: DENY")
                .containsOnlyOnce("Referrer-Policy: same-origin")
                .containsOnlyOnce("Permissions-Policy: ")
                .containsOnlyOnce("Content-Security-Policy: default-src 'self'");
    }

    @Test
    void asksNoScriptOfAPageForHttpBasic() {
        assertThat(api.get("/api/audit.csv").header("WWW-Authenticate")).contains("Basic realm=\"sales-etl\"");
        assertThat(api.get("/api/audit.csv", "Sec-Fetch-Site", "same-origin").header("WWW-Authenticate"))
                .contains("Bearer realm=\"sales-etl\"");
        assertThat(api.get("/api/audit.csv", "X-XSRF-TOKEN", "x").header("WWW-Authenticate"))
                .contains("Bearer realm=\"sales-etl\"");
    }

    @Test
    void letsPagesLoadOnlyFilesOfThisService() {
        assertThat(api.get("/api/etl/runs").header("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(api.get("/api/etl/runs").header("X-Content-Type-Options")).contains("nosniff");
    }
}
