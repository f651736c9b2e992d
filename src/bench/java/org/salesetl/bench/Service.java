package org.salesetl.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service as a process of its own, driven by files and HTTP. */
final class Service implements AutoCloseable {

    static final String PASSWORD = "benchmark";

    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration MOST_SETTLING = Duration.ofSeconds(30);
    private static final Duration IDLE_SECOND = Duration.ofMillis(50);
    private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private final Warehouse warehouse;
    private final Process process;
    private final Thread stopWithUs;
    private final Api api;
    private final HeapLog heap;
    private final double secondsToReady;

    private Service(Warehouse warehouse, Process process, int port, long started)
            throws IOException, InterruptedException {
        this.warehouse = warehouse;
        this.process = process;
        this.stopWithUs = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(stopWithUs);
        this.api = new Api(port);
        this.heap = new HeapLog(warehouse.home().resolve("gc.log"));
        while (!api.isReady()) {
            if (!process.isAlive() || Api.secondsSince(started) > PATIENCE.toSeconds()) {
                process.destroyForcibly();
                throw new IOException("The service did not start; " + log(warehouse) + " may tell why");
            }
            Thread.sleep(10);
        }
        this.secondsToReady = Api.secondsSince(started);
    }

    /** Starts the service and waits until it says that it is ready. */
    static Service start(Options options, Warehouse warehouse) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + options.heap(),
                "-Xlog:gc:file=gc.log::filecount=0",
                "-jar",
                options.jar().toString(),
                "--server.port=" + port,
                "--spring.datasource.url=" + warehouse.server().jdbcUrl(warehouse.schema()),
                "--spring.datasource.username=root",
                "--spring.datasource.password=",
                "--sales-etl.watch=0",
                "--sales-etl.schedule=",
                "--sales-etl.sample.on-empty=false",
                "--sales-etl.admin-password=" + PASSWORD);
        long started = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(warehouse.home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(warehouse).toFile()))
                .start();
        return new Service(warehouse, process, port, started);
    }

    /**
     * Waits until the service has nothing left to do: its compiler goes on for a while with what the start has put in its
     * queue. It has idled when somebody drops a file.
     */
    void settle() throws InterruptedException {
        Instant deadline = Instant.now().plus(MOST_SETTLING);
        Duration before = cpuTime();
        do {
            Thread.sleep(1_000);
            Duration used = cpuTime().minus(before);
            before = before.plus(used);
            if (used.compareTo(IDLE_SECOND) < 0) {
                return;
            }
        } while (Instant.now().isBefore(deadline));
    }

    /** What the process has used of all cores. */
    Duration cpuTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    Warehouse warehouse() {
        return warehouse;
    }

    Api api() {
        return api;
    }

    /** From the start of the process to the first answer that it is ready. */
    double secondsToReady() {
        return secondsToReady;
    }

    /** The most memory of the machine that the process ever had; 0 where the system does not tell. */
    long peakResidentBytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        Matcher peak = RESIDENT.matcher(Files.readString(status));
        return peak.find() ? 1024 * Long.parseLong(peak.group(1)) : 0;
    }

    /**
     * Drops files, starts a run and waits for its end.
     *
     * @param files complete and old; each is dropped under its own name, and none is changed
     * @return the time is from just before the first file shows in the inbox to the end of the run by the ledger
     */
    Loaded load(List<Path> files) throws IOException, InterruptedException {
        List<Path> ready = new ArrayList<>();
        for (Path file : files) {
            Path copy = Files.copy(
                    file, warehouse.outbox().resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(copy, FileTime.from(Instant.now().minusSeconds(3_600)));
            ready.add(copy);
        }
        int mark = heap.mark();
        Instant dropped = Instant.now();
        for (Path file : ready) {
            Files.move(file, warehouse.inbox().resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
        Run run = api.awaitEnd(api.startRun());
        double seconds = Duration.between(dropped, run.finishedAt()).toNanos() / 1e9;
        return new Loaded(run, seconds, heap.since(mark), peakResidentBytes());
    }

    /** Asks the service to stop, and waits for it. */
    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        if (process.isAlive()) {
            process.destroyForcibly().onExit().join();
        }
        Runtime.getRuntime().removeShutdownHook(stopWithUs);
    }

    private static Path log(Warehouse warehouse) {
        return warehouse.home().resolve("service.log");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
