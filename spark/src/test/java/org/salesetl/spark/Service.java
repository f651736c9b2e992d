package org.salesetl.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The packaged service, as a process of its own with a database of its own. */
final class Service implements AutoCloseable {

    private static final Path JAR =
            Path.of("../target/sales-etl-dashboard.jar").toAbsolutePath().normalize();

    private final Processes processes = new Processes();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Path folder;
    private final int port;

    private Service(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts the service in an empty folder, and waits until it is ready. */
    static Service start(Path folder, String... options) throws Exception {
        Service service = new Service(folder, Processes.freePort());
        List<String> command = new ArrayList<>(List.of(
                Processes.JAVA,
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString(),
                "--server.port=" + service.port,
                "--sales-etl.sample.on-empty=false",
                "--sales-etl.zone=UTC",
                "--sales-etl.watch=200ms",
                "--sales-etl.schedule="));
        command.addAll(List.of(options));
        service.processes.start(folder.resolve("service.log"), Map.of(), command);
        Processes.await(
                "the service is ready",
                Duration.ofMinutes(3),
                () -> service.log().contains("Ready: "));
        return service;
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("service.log"));
    }

    /** Drops a file into the inbox. */
    void drop(Path file) throws IOException {
        Path part = folder.resolve("inbox").resolve(file.getFileName() + ".part");
        Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, folder.resolve("inbox").resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Waits until the file has come to its end, and gives its entry in the ledger. */
    JsonNode outcome(String name, Duration limit) throws Exception {
        JsonNode[] found = new JsonNode[1];
        Processes.await(name + " has come to its end", limit, () -> {
            for (JsonNode run : get("/api/etl/runs?limit=50").get("runs")) {
                for (JsonNode file : run.get("files")) {
                    if (file.get("name").asText().equals(name)
                            && !run.get("status").asText().equals("running")) {
                        found[0] = file;
                    }
                }
            }
            return found[0] != null;
        });
        return found[0];
    }

    /** Waits until the cluster has judged a part of a file. */
    void awaitVerdicts() throws Exception {
        Path work = folder.resolve("data/work");
        Processes.await("there are verdicts", Duration.ofMinutes(5), () -> {
            try (Stream<Path> files = Files.walk(work)) {
                return files.anyMatch(file -> file.endsWith("range-0000000"));
            } catch (UncheckedIOException e) {
                // a work file was deleted meanwhile
                return false;
            }
        });
    }

    /** Kills the driver of the cluster's work as soon as the work has begun. */
    void killDriver() throws Exception {
        Processes.await("there is a driver", Duration.ofMinutes(5), () -> driver().isPresent());
        awaitVerdicts();
        driver().orElseThrow().destroyForcibly();
    }

    private Optional<ProcessHandle> driver() {
        return processes
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("JudgeRows"))
                .findFirst();
    }

    /** Kills the process whose command line has these words. */
    void killProgram(String words) {
        processes
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(words))
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** Sends a request without a body as a user; the status of the answer. */
    int post(String address, String user, String password) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString((user + ":" + password).getBytes(UTF_8)))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    JsonNode get(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                        .header("Accept", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    @Override
    public void close() {
        processes.close();
    }
}
