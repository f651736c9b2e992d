package org.salesetl.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.FreePort;
import org.salesetl.SalesEtlApplication;
import org.salesetl.ServiceClasses;

/** The service as a process of its own, on a database server of the test's. */
public final class ServiceProcess {

    /** The zone of the machine of a service: one with summer time. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final String ADMIN =
            "Basic " + Base64.getEncoder().encodeToString("admin:only-for-tests".getBytes(StandardCharsets.UTF_8));
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path home;
    private final String name;
    private final DatabaseProcess database;
    private final List<String> usual;
    private final int port;
    private final FakeClock clock;
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable Process process;

    ServiceProcess(Path home, DatabaseProcess database) throws IOException {
        this(home, "service", database);
    }

    /** One of several instances that share their folders, except the folder that each has for itself; with options of its own. */
    public ServiceProcess(Path home, String name, DatabaseProcess database, String... usual) throws IOException {
        this.home = home;
        this.name = name;
        this.database = database;
        this.usual = List.of(usual);
        this.port = FreePort.find();
        Files.createDirectories(inbox());
        this.clock = new FakeClock(home.resolve(name + ".clock"));
    }

    /** Starts the service and waits until it is ready. */
    public void start() throws IOException {
        start("512m", usual.toArray(String[]::new));
        awaitReady();
    }

    /** Returns when the service is ready. */
    void awaitReady() throws IOException {
        await().atMost(PATIENCE).until(() -> log().contains("Ready: "));
        ServiceClasses.archive(running());
    }

    /** Returns when the service has ended by itself; its exit code. */
    int awaitEnd() throws InterruptedException {
        if (!running().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The service has not ended");
        }
        return running().exitValue();
    }

    /** Starts the service with a heap of this size and these options, in place of the usual ones. */
    void start(String heap, String... options) throws IOException {
        Files.deleteIfExists(logFile());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=" + ZONE,
                "-XX:+UseSerialGC",
                "-Xmx" + heap));
        command.addAll(ServiceClasses.options());
        command.addAll(List.of(
                SalesEtlApplication.class.getName(),
                "--server.port=" + port,
                "--sales-etl.data=" + data(),
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + DatabaseProcess.USER,
                "--spring.datasource.password=" + DatabaseProcess.PASSWORD,
                "--sales-etl.watch=100ms",
                "--sales-etl.settle=100ms",
                "--sales-etl.schedule=",
                "--sales-etl.least-room=100KB",
                // nobody looks at the routes with Hawtio here, and they cost a seventh of the start
                "--camel.springboot.jmx-enabled=false",
                "--sales-etl.admin-password=only-for-tests"));
        replace(command, options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(logFile().toFile());
        builder.environment().putAll(clock.environment());
        process = builder.start();
    }

    /** Puts options in place of those with the same names. */
    static void replace(List<String> command, String... options) {
        for (String option : options) {
            String name = option.substring(0, option.indexOf('=') + 1);
            command.removeIf(given -> given.startsWith(name));
            command.add(option);
        }
    }

    /** Whether the service has been started and has not ended. */
    boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Ends the service as a machine does that loses its power. */
    public void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    /** Lets the service stand still for some time, as a machine does that swaps or is moved. */
    void freeze(Duration time) throws IOException, InterruptedException {
        Signals.freeze(running(), time);
    }

    /** Asks the service to stop, and waits until it has. */
    public void stop() throws InterruptedException {
        running().destroy();
        running().waitFor();
    }

    /** Drops a file of these lines, as old as it has to be. */
    void drop(String name, String... lines) throws IOException {
        Path part = inbox().resolve(name + ".part");
        Files.writeString(part, String.join("\n", lines) + "\n");
        Files.setLastModifiedTime(part, FileTime.from(Instant.now().minusSeconds(100)));
        Files.move(part, inbox().resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether a file of this name is somewhere below a folder of the service's. */
    boolean isIn(String folder, String name) {
        Path start = home.resolve(folder);
        if (!Files.exists(start)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.anyMatch(file -> file.getFileName().toString().equals(name));
        } catch (UncheckedIOException e) {
            return false; // a folder went away while it was looked into
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the service answers to a GET. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "text/html,*/*;q=0.8"));
    }

    /** An answer that does not end. */
    InputStream stream(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofInputStream()).body();
    }

    /** What the service answers to each of these. */
    Map<String, String> answers(List<String> paths) throws IOException, InterruptedException {
        Map<String, String> answers = new TreeMap<>();
        for (String path : paths) {
            answers.put(path, get(path).body());
        }
        return answers;
    }

    /** A request for this path, to go on with. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    /** What the service answers. */
    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Asks for a run; the answer's status. */
    public int startRun(String mode) throws IOException, InterruptedException {
        return post("/api/etl/runs", "{\"mode\":\"" + mode + "\"}");
    }

    /** Sends JSON as somebody who has signed in; the answer's status. */
    public int post(String path, String json) throws IOException, InterruptedException {
        return sendAsAdmin(
                        request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)))
                .statusCode();
    }

    /** What the service answers to somebody who has signed in. */
    public HttpResponse<String> sendAsAdmin(HttpRequest.Builder request) throws IOException, InterruptedException {
        return send(request.header("Authorization", ADMIN));
    }

    /** The id that the service has made for itself. */
    String id() throws IOException {
        return Files.readString(home.resolve(data()).resolve("instance")).strip();
    }

    long pid() {
        return running().pid();
    }

    /** Leaves on the heap only what lives. */
    void collectGarbage() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), String.valueOf(pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    int port() {
        return port;
    }

    FakeClock clock() {
        return clock;
    }

    String log() throws IOException {
        return Files.exists(logFile()) ? Files.readString(logFile(), StandardCharsets.UTF_8) : "";
    }

    Path inbox() {
        return home.resolve("inbox");
    }

    /** Stops it, if it runs. */
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        }
    }

    String data() {
        return name.equals("service") ? "data" : "data-" + name;
    }

    private Path logFile() {
        return home.resolve(name + ".log");
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }
}
