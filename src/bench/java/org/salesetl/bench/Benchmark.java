package org.salesetl.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * One run of the whole benchmark, as {@code ./mvnw -Pbench verify} starts it: one part after the other, nothing beside what
 * is being measured.
 *
 * <p>A target that is missed is reported; a wrong result fails the run.
 */
final class Benchmark {

    private final Bench bench;

    private Benchmark(Bench bench) {
        this.bench = bench;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options = Options.fromSystemProperties();
        FileSystemUtils.deleteRecursively(options.home().resolve("mariadb"));
        FileSystemUtils.deleteRecursively(options.home().resolve("run"));
        Report report = new Report(options);
        try {
            run(options, report);
        } catch (IOException | SQLException | RuntimeException e) {
            report.failed(e.toString().lines().findFirst().orElseThrow());
            e.printStackTrace();
        }
        System.out.println("\n" + report + "\n[bench] This is in " + report.file());
        System.exit(report.hasFailed() ? 1 : 0);
    }

    private static void run(Options options, Report report) throws IOException, InterruptedException, SQLException {
        Python python = Python.find(options.scripts());
        Path home = options.home();
        try (Server server = Server.start(home.resolve("mariadb"), options.pool())) {
            Machine.describe(options, python, server, report);
            new Benchmark(new Bench(options, server, new Datasets(home.resolve("data"), python), python, report)).run();
        }
        FileSystemUtils.deleteRecursively(home.resolve("mariadb"));
    }

    private void run() throws IOException, InterruptedException, SQLException {
        LoadRates rates = wants(Part.LOAD) ? new LoadBenchmark(bench).run() : LoadRates.UNKNOWN;
        if (wants(Part.READING)) {
            new ReadingBenchmark(bench).run(rates);
        }
        if (wants(Part.FILES)) {
            new FilesBenchmark(bench).run();
        }
        if (wants(Part.YEAR)) {
            new YearBenchmark(bench).run();
        }
        if (wants(Part.HUNDRED)) {
            new HundredBenchmark(bench).run();
        }
        MetricsBenchmark metrics = askUsualWarehouse();
        if (wants(Part.CLIENTS)) {
            new ClientsBenchmark(bench).run();
        }
        askLargeWarehouse(rates, metrics);
    }

    /** What is asked of the usual number of sales; null if no metrics are. */
    private @Nullable MetricsBenchmark askUsualWarehouse() throws IOException, InterruptedException, SQLException {
        if (Set.of(Part.LOAD, Part.METRICS, Part.CHARTS, Part.PAINT).stream().noneMatch(this::wants)) {
            return null;
        }
        Dataset data = bench.datasets().sales(bench.options().sales());
        Warehouse usual = new Profile(bench).load("usual", data);
        MetricsBenchmark metrics = wants(Part.METRICS) ? MetricsBenchmark.measure(bench, usual) : null;
        if (wants(Part.CHARTS)) {
            new ChartsBenchmark(bench).run(usual);
        }
        if (wants(Part.PAINT)) {
            new PaintBenchmark(bench).run(usual);
        }
        usual.drop();
        return metrics;
    }

    private void askLargeWarehouse(LoadRates rates, @Nullable MetricsBenchmark metrics)
            throws IOException, InterruptedException, SQLException {
        boolean wanted = wants(Part.LARGE) || metrics != null || wants(Part.PAGES) || wants(Part.START);
        LargeBenchmark large = wanted && bench.options().large() > 0 ? LargeBenchmark.load(bench, rates) : null;
        if (metrics != null) {
            metrics.compare(large == null ? null : large.warehouse());
        }
        if (large != null) {
            if (wants(Part.PAGES)) {
                new PagesBenchmark(bench).run(large.warehouse());
            }
            if (wants(Part.START)) {
                new StartBenchmark(bench).run(large.warehouse());
            }
            large.loadOnTop();
        }
    }

    private boolean wants(Part part) {
        return bench.options().wants(part);
    }
}
