package org.salesetl.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;

/**
 * What a cluster costs for each row, with one and with two workers: {@code ./mvnw -f spark/pom.xml -Dit.test=WorkersBenchmark verify}.
 * Prints its figures, and asserts nothing but that the file loads.
 */
class WorkersBenchmark {

    private static final int ROWS = Integer.getInteger("spark.rows");
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final Path FOLDER = Path.of("target/workers").toAbsolutePath();

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void printsTheCostOfEachRow() throws Exception {
        FileUtils.deleteDirectory(FOLDER.toFile());
        Files.createDirectories(FOLDER);
        Path customers = DirtySales.customers(FOLDER.resolve("customers.csv"));
        Path products = DirtySales.products(FOLDER.resolve("products.csv"));
        Path large = DirtySales.sales(FOLDER.resolve("large.csv"), ROWS, 11);
        print("%,d rows, %.0f bytes each", ROWS, (double) Files.size(large) / ROWS);
        Path alone = Files.createDirectory(FOLDER.resolve("alone"));
        try (Service service = Service.start(alone)) {
            load(service, customers);
            load(service, products);
            print("this process alone: %.1f s", load(service, large));
        }
        for (int workers : List.of(1, 2)) {
            Path events = Files.createDirectories(FOLDER.resolve("events-" + workers));
            try (Database database = Database.start(alone.resolve("data"));
                    Cluster cluster = Cluster.start(FOLDER.resolve("cluster-" + workers), workers);
                    Service service = Service.start(
                            Files.createDirectory(FOLDER.resolve("service-" + workers)),
                            cluster.optionsOfService(
                                    database,
                                    "--sales-etl.spark.range=8MB",
                                    "--sales-etl.spark.conf.[spark.eventLog.enabled]=true",
                                    "--sales-etl.spark.conf.[spark.eventLog.compress]=false",
                                    "--sales-etl.spark.conf.[spark.eventLog.rolling.enabled]=false",
                                    "--sales-etl.spark.conf.[spark.eventLog.dir]=" + events.toUri()))) {
                load(service, customers);
                load(service, products);
                AtomicLong verdicts = new AtomicLong();
                ScheduledExecutorService scale = Executors.newSingleThreadScheduledExecutor();
                scale.scheduleWithFixedDelay(
                        () -> verdicts.accumulateAndGet(service.verdictBytes(), Math::max),
                        0,
                        200,
                        TimeUnit.MILLISECONDS);
                double seconds = load(service, large);
                scale.shutdownNow();
                print(
                        "%d workers: %.1f s in all, verdicts of %.0f bytes for each row",
                        workers, seconds, (double) verdicts.get() / ROWS);
                printWork(events);
            }
        }
    }

    /** Loads a file; the seconds from its drop to its end. */
    private static double load(Service service, Path file) throws Exception {
        Instant begin = Instant.now();
        service.drop(file);
        JsonNode outcome = service.outcome(String.valueOf(file.getFileName()), LIMIT);
        if (!outcome.get("status").asText().equals("loaded")) {
            throw new AssertionError(outcome);
        }
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }

    /** Adds up what Spark has noted of the tasks. */
    private void printWork(Path events) throws IOException {
        try (Stream<Path> files = Files.list(events)) {
            for (Path file : files.toList()) {
                printWorkOf(file);
            }
        }
    }

    private void printWorkOf(Path log) throws IOException {
        double cpuSeconds = 0;
        double seconds = 0;
        long shuffled = 0;
        long remote = 0;
        long begin = Long.MAX_VALUE;
        long end = 0;
        try (Stream<String> lines = Files.lines(log)) {
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode event = json.readTree(line);
                if (event.path("Event").asText().equals("SparkListenerTaskEnd")) {
                    JsonNode metrics = event.path("Task Metrics");
                    cpuSeconds += metrics.path("Executor CPU Time").asLong() / 1e9;
                    seconds += metrics.path("Executor Run Time").asLong() / 1e3;
                    shuffled += metrics.at("/Shuffle Write Metrics/Shuffle Bytes Written")
                            .asLong();
                    remote += metrics.at("/Shuffle Read Metrics/Remote Bytes Read")
                            .asLong();
                    begin = Math.min(begin, event.at("/Task Info/Launch Time").asLong());
                    end = Math.max(end, event.at("/Task Info/Finish Time").asLong());
                }
            }
        }
        print(
                "  tasks: %.1f s from the first to the last, %.1f s of executors, %.1f s of processors for a million rows;"
                        + " %.1f bytes shuffled for each row, %.1f of them from another worker",
                (end - begin) / 1e3,
                seconds,
                cpuSeconds * 1e6 / ROWS,
                (double) shuffled / ROWS,
                (double) remote / ROWS);
    }

    private static void print(String words, Object... values) {
        System.out.println(String.format(Locale.ROOT, words, values));
    }
}
