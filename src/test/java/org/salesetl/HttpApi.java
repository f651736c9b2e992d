package org.salesetl;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** The service as a program on the other end of a real connection sees it. */
@Lazy
@TestConfiguration(proxyBeanMethods = false)
public class HttpApi {

    private static final String ADMIN =
            "Basic " + Base64.getEncoder().encodeToString("admin:only-for-tests".getBytes(StandardCharsets.UTF_8));

    private final HttpClient client = HttpClient.newHttpClient();
    /** Numbers as they were sent: 1.50 is not read as 1.5. */
    public static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Environment environment;

    HttpApi(Environment environment) {
        this.environment = environment;
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer getAsAdmin(String path, String... headers) {
        return send(request(path, headers).header("Authorization", ADMIN).GET());
    }

    public Answer post(String path, String body, String... headers) {
        return send(request(path, headers).POST(BodyPublishers.ofString(body)));
    }

    public Answer postAsAdmin(String path, String body, String... headers) {
        return send(request(path, headers).header("Authorization", ADMIN).POST(BodyPublishers.ofString(body)));
    }

    public Answer postAsAdmin(String path, BodyPublisher body, String... headers) {
        return send(request(path, headers).header("Authorization", ADMIN).POST(body));
    }

    public Answer put(String path, BodyPublisher file) {
        return send(request(path).PUT(file));
    }

    public Answer putAsAdmin(String path, BodyPublisher file, String... headers) {
        return send(request(path, headers).header("Authorization", ADMIN).PUT(file));
    }

    public Answer send(String method, String path, String... headers) {
        return send(request(path, headers).header("Authorization", ADMIN).method(method, BodyPublishers.noBody()));
    }

    /** Sends a request with nothing but these headers. */
    public Answer exchange(String method, String path, String body, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.ofString(body)));
    }

    /** Sends a request of an admin. */
    public Answer exchangeAsAdmin(String method, String path, String body, String... headers) {
        return send(
                request(path, headers).header("Authorization", ADMIN).method(method, BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + environment.getProperty("local.server.port") + path));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofByteArray()), JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<byte[]> response, ObjectMapper mapper) {

        public int status() {
            return response.statusCode();
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        public byte[] bytes() {
            return response.body();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            try {
                return mapper.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException(text(), e);
            }
        }
    }
}
