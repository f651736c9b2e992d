package org.salesetl.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The packaged service, as a process of its own with a database of its own. */
final class Service implements AutoCloseable {

    /** The entries of a file that waits for answers, or has waited. */
    private static final Set<String> WAITING = Set.of("held", "answered");

    private static final Path JAR =
            Path.of("../target/sales-etl-dashboard.jar").toAbsolutePath().normalize();

    private static final Path UNPACKED =
            Path.of(System.getProperty("tests.service", "target/service")).toAbsolutePath();

    private static final String PASSWORD = "only-for-tests";
    private static final String ADMIN =
            "Basic " + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    private static boolean unpacked;

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
                program().toString(),
                "--server.port=" + service.port,
                "--sales-etl.sample.on-empty=false",
                "--sales-etl.zone=UTC",
                "--sales-etl.watch=200ms",
                "--sales-etl.schedule=",
                // nobody looks at the routes with Hawtio here, and they cost a seventh of the start
                "--camel.springboot.jmx-enabled=false",
                "--sales-etl.admin-password=" + PASSWORD));
        command.addAll(List.of(options));
        service.processes.start(folder.resolve("service.log"), Map.of(), command);
        Processes.await(
                "the service is ready",
                Duration.ofMinutes(3),
                () -> service.log().contains("Ready: "));
        return service;
    }

    /** The service with its libraries beside it, as in the container: it starts with a third less work. */
    private static synchronized Path program() throws Exception {
        if (!unpacked) {
            Process process = new ProcessBuilder(
                            Processes.JAVA,
                            "-Djarmode=tools",
                            "-jar",
                            JAR.toString(),
                            "extract",
                            "--force",
                            "--destination",
                            UNPACKED.toString())
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(JAR + " could not be unpacked");
            }
            unpacked = true;
        }
        return UNPACKED.resolve(JAR.getFileName());
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
            for (JsonNode run : runsIfAnswered()) {
                for (JsonNode file : run.get("files")) {
                    if (file.get("name").asText().equals(name)
                            && !WAITING.contains(file.get("status").asText())
                            && !run.get("status").asText().equals("running")) {
                        found[0] = file;
                    }
                }
            }
            return found[0] != null;
        });
        return found[0];
    }

    /** Answers what the file asks with what is suggested, until it has loaded. */
    void answerAsSuggested(String name) throws Exception {
        Processes.await(name + " has loaded", Duration.ofMinutes(5), () -> {
            if (!get("/api/questions").get("questions").isEmpty()) {
                post("/api/questions/answers", "{\"name\":\"" + name + "\",\"otherwise\":\"suggested\"}");
            }
            return log().contains(name + " (sales): read");
        });
    }

    /** Loads all files once more, and waits for the end. */
    void reload(Duration limit) throws Exception {
        int status = post("/api/etl/runs", "{\"mode\":\"reload\"}");
        if (status != 202) {
            throw new IOException("The warehouse cannot be reloaded: " + status);
        }
        JsonNode[] newest = new JsonNode[1];
        Processes.await("the reload has ended", limit, () -> {
            newest[0] = get("/api/etl/runs?limit=1").get("runs").get(0);
            return !newest[0].get("status").asText().equals("running");
        });
        if (!newest[0].get("status").asText().equals("succeeded")) {
            throw new IOException("The reload has failed: " + newest[0]);
        }
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

    /** The newest runs; none while the database is away. */
    private Iterable<JsonNode> runsIfAnswered() throws InterruptedException {
        try {
            return get("/api/etl/runs?limit=50").get("runs");
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Waits until the service says that the cluster has done a part of its work, and not all. */
    void awaitProgressOfCluster() throws Exception {
        Processes.await("the cluster has done a part of its work", Duration.ofMinutes(5), () -> {
            JsonNode progress = get("/api/etl/progress");
            int percent = progress.path("judging").path("percent").asInt();
            return percent > 0
                    && percent < 100
                    && progress.get("words").asText().startsWith("The cluster judges the rows of");
        });
    }

    /** Waits until the log has these words. */
    void awaitLog(String words) throws Exception {
        Processes.await("the log says: " + words, Duration.ofMinutes(5), () -> log().contains(words));
    }

    /** Cancels the load of a file while the cluster judges it, and waits until nothing of the file is left in work. */
    void cancel(Path file) throws Exception {
        drop(file);
        awaitVerdicts();
        int run = get("/api/etl/runs?limit=1").get("runs").get(0).get("id").asInt();
        int status = post("/api/etl/runs/" + run + "/cancel");
        if (status != 202) {
            throw new IOException("The run cannot be cancelled: " + status);
        }
        Processes.await(
                "the run has ended",
                Duration.ofMinutes(2),
                () -> !get("/api/etl/runs?limit=1")
                        .get("runs")
                        .get(0)
                        .get("status")
                        .asText()
                        .equals("running"));
        Processes.await("the driver has ended", Duration.ofMinutes(1), () -> driver().isEmpty());
        if (hasVerdicts()) {
            throw new AssertionError("A cancelled file leaves work files behind");
        }
    }

    /** How many bytes the verdicts of a cluster have now. */
    long verdictBytes() {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(folder.resolve("data/work"))) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("range-"))
                    .toList()) {
                bytes += Files.size(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // they have just been deleted
            return 0;
        }
        return bytes;
    }

    /** Whether verdicts of a cluster are among the work files. */
    boolean hasVerdicts() throws IOException {
        Path work = folder.resolve("data/work");
        if (!Files.exists(work)) {
            return false;
        }
        try (Stream<Path> files = Files.list(work)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("spark-"));
        }
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

    /** Sends a request without a body as an administrator; the status of the answer. */
    int post(String address) throws IOException, InterruptedException {
        return post(address, "");
    }

    private int post(String address, String body) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                                .header("Authorization", ADMIN)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** The text of a page, as an administrator sees it. */
    String page(String address) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                                .header("Authorization", ADMIN)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
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
