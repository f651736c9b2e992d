package org.salesetl.bench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** The service as a program on the other end of a connection sees it. */
final class Api {

    /** The ten questions, in the order of the data contract. */
    static final List<String> METRICS = List.of(
            "top-customers",
            "monthly-revenue",
            "best-selling-products",
            "category-revenue",
            "average-order-value",
            "orders-per-weekday",
            "quantity-per-category",
            "top-cities",
            "customer-distribution",
            "price-vs-quantity");

    private static final String ADMIN = "Basic "
            + Base64.getEncoder().encodeToString(("admin:" + Service.PASSWORD).getBytes(StandardCharsets.UTF_8));
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private final int port;

    Api(int port) {
        this.port = port;
    }

    /** What the addresses of all pages begin with, without a slash at the end. */
    String address() {
        return "http://127.0.0.1:" + port;
    }

    boolean isReady() throws InterruptedException {
        try {
            return get("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException e) {
            return false; // nobody listens yet
        }
    }

    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        return client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }

    /** The answer as JSON; anything but 200 is an error. */
    JsonNode json(String path) throws IOException, InterruptedException {
        return mapper.readTree(require(200, path, get(path)).body());
    }

    /** The answer as text; anything but 200 is an error. */
    String text(String path) throws IOException, InterruptedException {
        return new String(require(200, path, get(path, "Authorization", ADMIN)).body(), StandardCharsets.UTF_8);
    }

    /** How long a GET takes, from the request to the answer's last byte; anything but this status is an error. */
    double secondsToGet(int status, String path, String... headers) throws IOException, InterruptedException {
        long started = System.nanoTime();
        HttpResponse<byte[]> answer = get(path, headers);
        double seconds = secondsSince(started);
        require(status, path, answer);
        return seconds;
    }

    /** How long a GET by an admin takes, from the request to the answer's last byte; anything but 200 is an error. */
    double secondsAsAdmin(String path) throws IOException, InterruptedException {
        return secondsToGet(200, path, "Authorization", ADMIN);
    }

    /** Starts a run; waits a moment where an earlier one has just finished and not yet let go. */
    int startRun() throws IOException, InterruptedException {
        HttpRequest request = request("/api/etl/runs")
                .header("Authorization", ADMIN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"mode\":\"incremental\"}"))
                .build();
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        for (int tries = 0; answer.statusCode() == 409 && tries < 1_000; tries++) {
            Thread.sleep(5);
            answer = client.send(request, BodyHandlers.ofByteArray());
        }
        return mapper.readTree(require(202, "/api/etl/runs", answer).body())
                .path("id")
                .asInt();
    }

    /**
     * Waits for the end of a run. Asks more and more seldom, since asking costs the service time too; when the run ended
     * is what the ledger says, not when it was asked.
     */
    Run awaitEnd(int id) throws IOException, InterruptedException {
        long started = System.nanoTime();
        while (true) {
            Run run = new Run(json("/api/etl/runs/" + id));
            if (!run.status().equals("running")) {
                return withAllFiles(id, run);
            }
            Thread.sleep((long) Math.min(5_000, 20 + 250 * secondsSince(started)));
        }
    }

    /** One answer has some files of a run only. */
    private Run withAllFiles(int id, Run run) throws IOException, InterruptedException {
        int total = run.json().path("filesTotal").asInt();
        ArrayNode files = mapper.createArrayNode();
        while (files.size() < total) {
            files.addAll((ArrayNode) json("/api/etl/runs/" + id + "?limit=500&offset=" + files.size()).path("files"));
        }
        ObjectNode whole = run.json().deepCopy();
        return new Run(whole.set("files", files));
    }

    /** @param started what {@link System#nanoTime()} said then */
    static double secondsSince(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(PATIENCE);
    }

    private static HttpResponse<byte[]> require(int status, String path, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != status) {
            throw new WrongResultException("Expected " + path + " to answer " + status + " but it answered "
                    + answer.statusCode() + ": " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }
}
