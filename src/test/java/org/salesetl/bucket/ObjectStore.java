package org.salesetl.bucket;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.salesetl.FreePort;

/** An object store with the protocol of S3, in a process of its own, with an empty bucket {@code exports}. */
final class ObjectStore implements AutoCloseable {

    static final String BUCKET = "exports";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Path log;
    private @Nullable Process process;

    ObjectStore(Path log) {
        this.log = log;
        this.port = FreePort.find();
    }

    /** Starts the store, without the objects that were there before. */
    void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar(),
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--com.adobe.testing.s3mock.http-port=" + port,
                        "--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> ask("GET", "") == 200);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void put(String key, String... lines) {
        ask("PUT", "/" + key, lines);
    }

    boolean has(String key) {
        return ask("HEAD", "/" + key) == 200;
    }

    private int ask(String method, String path, String... lines) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/" + BUCKET + path))
                .method(
                        method,
                        BodyPublishers.ofByteArray(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status >= 300 && status != 404) {
                throw new IllegalStateException(method + " " + path + ": " + status);
            }
            return status;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    private static String jar() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith("-exec.jar"))
                .findFirst()
                .orElseThrow();
    }
}
