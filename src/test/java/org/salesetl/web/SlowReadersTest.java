package org.salesetl.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;
import org.salesetl.SalesEtlProperties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Clients that ask for large answers and read nothing. */
@Tag("http")
class SlowReadersTest extends ApiTest {

    private static final int SOCKETS = 40;
    private static final int SALES = 150_000;
    private static final long LARGE = 30_000_000;
    /** The service gives up on such a reader after 30 seconds; a page that waited for that would be slower. */
    private static final Duration LESS_THAN_THE_FILTER = Duration.ofSeconds(25);

    @Autowired
    private Environment environment;

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private Exports exports;

    @Autowired
    private SalesEtlProperties properties;

    @Test
    void keepsPagesFromWaitingForReadersOfExports() throws IOException {
        List<String> sales = new ArrayList<>(List.of("sale_id,customer_id,product_id,order_date,quantity"));
        IntStream.range(0, SALES).forEach(i -> sales.add("S" + i + ",C1,P1,2025-01-31,1"));
        warehouse.drop(
                "customers.csv",
                "customer_id,name",
                "C1," + "Somebody of a long name ".repeat(8).strip());
        warehouse.drop("products.csv", "product_id,price", "P1,2.50");
        warehouse.drop("sales.csv", sales.toArray(new String[0]));
        assertThat(warehouse.run().status()).isEqualTo("succeeded");
        assertRefusedBeforeItsStatementRuns();
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < SOCKETS; i++) {
                sockets.add(ask("/api/data/fact_sales.csv"));
            }

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> api.get("/api/data/fact_sales.csv").status() == 503);
            assertThat(api.get("/api/data/fact_sales.csv").header("Retry-After"))
                    .isPresent();
            assertPagesAnswer();
        } finally {
            close(sockets);
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> api.get("/api/data/dim_customer.csv").status() == 200);
        long before = warehouse.bytesSent();
        assertThat(api.get("/api/data/fact_sales.csv").status()).isEqualTo(200);
        assertThat(warehouse.bytesSent() - before)
                .as("bytes of the whole table")
                .isGreaterThan(LARGE);
    }

    @Test
    void keepsPagesFromWaitingForReadersOfPages() throws IOException {
        List<String> customers = new ArrayList<>(List.of("customer_id,name,city,email"));
        String long255 = "x".repeat(250);
        IntStream.range(100, 600)
                .forEach(i -> customers.add(
                        "C" + i + "," + long255 + i + "," + long255 + "," + long255.substring(20) + "@x.org"));
        warehouse.drop("customers.csv", customers.toArray(new String[0]));
        assertThat(warehouse.run().status()).isEqualTo("succeeded");
        assertThat(api.get("/data/dim_customer?limit=500").text()).hasSizeGreaterThan(400_000);
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < SOCKETS; i++) {
                sockets.add(ask("/data/dim_customer?limit=500"));
            }
            assertPagesAnswer();
        } finally {
            close(sockets);
        }
    }

    private void assertRefusedBeforeItsStatementRuns() throws IOException {
        List<InputStream> others = new ArrayList<>();
        try {
            for (int export = 0; export < properties.exports(); export++) {
                others.add(exports.open(InputStream::nullInputStream));
            }
            long before = warehouse.bytesSent();
            assertThat(api.get("/api/data/fact_sales.csv").status()).isEqualTo(503);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> pool.getHikariPoolMXBean().getActiveConnections() == 0);
            assertThat(warehouse.bytesSent() - before).isLessThan(LARGE / 100);
        } finally {
            for (InputStream other : others) {
                other.close();
            }
        }
    }

    private void assertPagesAnswer() {
        for (String path :
                List.of("/", "/analytics?period=all", "/api/etl/runs", "/actuator/health", "/data/fact_sales")) {
            long before = System.nanoTime();
            assertThat(api.get(path).status()).as(path).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).as(path).isLessThan(LESS_THAN_THE_FILTER);
        }
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private Socket ask(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4 << 10);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), environment.getRequiredProperty("local.server.port", Integer.class)));
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(US_ASCII));
        return socket;
    }
}
