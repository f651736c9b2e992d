package org.salesetl.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.ApiTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockHttpServletMapping;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A client that breaks off in the middle of a request or an answer causes at most one line in the log, and nothing else. */
@Tag("http")
@ExtendWith(OutputCaptureExtension.class)
class BrokenOffTest extends ApiTest {

    private static final String ADMIN = "Authorization: Basic YWRtaW46b25seS1mb3ItdGVzdHM=\r\n";

    @Autowired
    private Environment environment;

    @Autowired
    private ServletContext servlets;

    @BeforeEach
    void loadSomeSales() {
        List<String> sales = new ArrayList<>(List.of("sale_id,customer_id,product_id,order_date,quantity"));
        IntStream.range(0, 5_000).forEach(i -> sales.add("S" + i + ",C1,P1,2025-01-31,1"));
        warehouse.drop(
                "customers.csv",
                "customer_id,name",
                "C1," + "Somebody ".repeat(20).strip());
        warehouse.drop("products.csv", "product_id,price", "P1,2.50");
        warehouse.drop("sales.csv", sales.toArray(new String[0]));
        warehouse.run();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/analytics",
                "/data/fact_sales?limit=500",
                "/api/data/fact_sales?limit=500",
                "/api/data/fact_sales.csv",
                "/api/data/fact_sales.xlsx",
                "/charts/top-cities.png",
                "/api/events",
                "/facts"
            })
    void inTheMiddleOfAnAnswer(String path, CapturedOutput output) throws IOException {
        for (int bytes : new int[] {0, 1, 500}) {
            breakOff("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n", bytes);
        }

        assertQuiet(output, 3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | /api/etl/runs | Content-Length: 100
            PUT | /api/checks?name=x.csv | Content-Length: 100000
            PUT | /api/uploads?name=x.csv | Transfer-Encoding: chunked
            """)
    void inTheMiddleOfARequest(String method, String path, String length, CapturedOutput output) throws IOException {
        breakOff(
                method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + ADMIN + "Content-Type: application/json\r\n"
                        + length + "\r\n\r\n5\r\n{\"mod",
                0);

        await().until(() -> output.getOut().contains(path.replaceAll("\\?.*", "") + ": the connection broke off"));
        assertQuiet(output, 1);
        assertThat(warehouse.waiting()).isEmpty();
    }

    /** Tomcat includes the error page if the connection breaks off just before the end of an answer. */
    @Test
    void leavesAnAnswerThatHasBegunWithoutAnErrorPage() throws IOException, ServletException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/facts");
        request.setHttpServletMapping(
                new MockHttpServletMapping("error", "/", "dispatcherServlet", MappingMatch.DEFAULT));
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        MockHttpServletResponse begun = new MockHttpServletResponse();

        Objects.requireNonNull(servlets.getRequestDispatcher("/error")).include(request, begun);

        assertThat(begun.getContentAsString()).isEmpty();
    }

    @Test
    void doesNotDisturbTheNextRequest() throws IOException {
        for (int i = 0; i < 50; i++) {
            breakOff("GET /api/data/fact_sales.csv HTTP/1.1\r\nHost: localhost\r\n\r\n", i);
        }

        await().until(() -> api.get("/api/data/fact_sales.csv").status() == 200);
        assertThat(api.get("/").status()).isEqualTo(200);
    }

    private void assertQuiet(CapturedOutput output, int requests) {
        // after this answer, all earlier requests have ended
        await().until(() -> api.get("/api/etl/runs").status() == 200);
        String log = output.getOut();
        String told = log.substring(log.lastIndexOf("Run ") < 0 ? 0 : log.indexOf('\n', log.lastIndexOf(" succeeded")));
        assertThat(told).doesNotContain("\tat ").doesNotContain(" ERROR ");
        assertThat(told.lines().filter(line -> line.contains(" INFO ") || line.contains(" WARN ")))
                .hasSizeLessThanOrEqualTo(requests);
    }

    /** Sends the request, reads some bytes of the answer, and resets the connection. */
    private void breakOff(String request, int bytes) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4 << 10);
            socket.setSoLinger(true, 0);
            socket.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(),
                    environment.getRequiredProperty("local.server.port", Integer.class)));
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            if (bytes > 0) {
                assertThat(socket.getInputStream().read(new byte[bytes])).isPositive();
            }
        }
    }
}
