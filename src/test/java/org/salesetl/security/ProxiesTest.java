package org.salesetl.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.SomeProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

class ProxiesTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, https://sales.example.org:8443 10.1.2.3",
        "10.9.9.9, http://127.0.0.1 127.0.0.1",
        "127.0.0.0/8, https://sales.example.org:8443 10.1.2.3",
        "127.0.0.0/24, https://sales.example.org:8443 10.1.2.3",
        "127.0.1.0/24, http://127.0.0.1 127.0.0.1",
    })
    void believesDeclaredProxiesOnly(String declared, String seen) throws IOException, InterruptedException {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new RequestFilterConfiguration()
                .declaredProxies(SomeProperties.with("proxies", declared))
                .customize(factory);
        WebServer server = factory.getWebServer(
                context -> context.addServlet("echo", new Echo()).addMapping("/"));
        server.start();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + "/"))
                    .headers("X-Forwarded-Proto", "https", "X-Forwarded-Host", "sales.example.org")
                    .headers("X-Forwarded-Port", "8443", "X-Forwarded-For", "10.1.2.3")
                    .build();
            String answer = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
            assertThat(answer.replace(":" + server.getPort(), "")).isEqualTo(seen);
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/0", "10.0.0.0/12", "10.0.0.0/32", "10.0.0.0/64"})
    void refusesANetworkOfAnotherSize(String network) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProxyAddresses.pattern(List.of(network)))
                .withMessageContaining("expected an address, or a network of 8, 16 or 24 bits");
    }

    private static final class Echo extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter()
                    .write(request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort() + " "
                            + request.getRemoteAddr());
        }
    }
}
