package org.salesetl.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.salesetl.TestFolder;
import org.springframework.util.FileSystemUtils;

/** The profile {@code tracing} sends a span of each route to a collector. */
class TracingTest {

    private static final Path HOME = TestFolder.of("tracing-test").toAbsolutePath();
    private static final Queue<String> received = new ConcurrentLinkedQueue<>();

    private static HttpServer collector;
    private static DatabaseProcess database;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        FileSystemUtils.deleteRecursively(HOME);
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            received.add(new String(
                    (packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody())
                            .readAllBytes(),
                    StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        database = DatabaseProcess.ofItsOwn(HOME);
        service = new ServiceProcess(HOME.resolve("service"), database);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (service != null) {
            service.close();
        }
        if (database != null) {
            database.close();
        }
        collector.stop(0);
    }

    @Test
    void sendsSpansOfTheRoutesOfAFile() throws Exception {
        service.start(
                "512m",
                "--spring.profiles.active=tracing",
                "--logging.structured.format.console=logstash",
                "--management.otlp.tracing.endpoint=http://127.0.0.1:"
                        + collector.getAddress().getPort() + "/v1/traces");
        service.awaitReady();
        service.drop("customers.csv", "customer_id,name", "C1,Ann");

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(String.join("", received)).contains("perform-run", "load-file", "read-rows"));

        assertThat(service.log().lines().filter(line -> line.contains("customers.csv (customers)")))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line).contains("\"traceId\"", "\"run.id\"", "\"file.name\":\"customers.csv\""));
    }
}
