package org.salesetl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Pages and a load with a year of files in the ledger, beside those of the first day: the same sales, and nothing else. */
final class YearBenchmark {

    private static final int SALES = 20_000;
    private static final int SALES_OF_A_LOAD = 1_000;
    private static final int ASKED = 9;

    /** What differs by less is the same to whoever waits. */
    private static final double MOST_RATIO = 1.5;

    private static final double MOST_SECONDS_MORE = 0.05;

    private static final List<String> PATHS = List.of(
            "/",
            "/analytics?period=all",
            "/customer?customer=C1",
            "/product?product=P1",
            "/facts",
            "/data/fact_sales",
            "/data/dim_customer",
            "/etl",
            "/etl/runs/1",
            "/etl/reload",
            "/api/etl/runs",
            "/api/etl/progress",
            "/quarantine",
            "/quarantine?reason=bad_date",
            "/quarantine?status=resolved",
            "/questions",
            "/checks",
            "/mappings",
            "/audit",
            "/retention",
            "/actuator/health",
            "/actuator/prometheus");

    private final Bench bench;

    YearBenchmark(Bench bench) {
        this.bench = bench;
    }

    void run() throws IOException, InterruptedException, SQLException {
        int files = bench.options().year();
        bench.say("a year of " + Figures.count(files) + " files");
        Dataset data = bench.datasets().sales(SALES);
        List<Path> more = loads();
        Warehouse first = bench.emptyWarehouse("first_day");
        Map<String, Timings> onTheFirstDay = measure(first, data, more);
        first.drop();
        Warehouse year = bench.emptyWarehouse("year");
        try (Service service = bench.start(year)) {
            service.load(data.files());
        }
        YearOfFiles.add(year, files);
        Map<String, Timings> afterAYear = measure(year, null, more);
        report(files, onTheFirstDay, afterAYear);
        year.drop();
    }

    /** Files of new sales, one for each load. */
    private List<Path> loads() throws IOException, InterruptedException {
        Path folder = bench.options().home().resolve("scratch/year");
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        return SalesFiles.cut(bench.datasets().newSales(SALES).sales(), folder, SALES_OF_A_LOAD).subList(0, ASKED);
    }

    private Map<String, Timings> measure(Warehouse warehouse, @Nullable Dataset data, List<Path> more)
            throws IOException, InterruptedException, SQLException {
        Map<String, Timings> measured = new LinkedHashMap<>();
        try (Service service = bench.start(warehouse)) {
            if (data != null) {
                service.load(data.files());
            }
            bench.server().settle();
            for (int round = 0; round < ASKED; round++) {
                for (String path : PATHS) {
                    measured.computeIfAbsent("`" + path + "`", absent -> new Timings()).add(service.api().secondsAsAdmin(path));
                }
            }
            for (Path file : more) {
                measured.computeIfAbsent("a run that loads " + Figures.count(SALES_OF_A_LOAD) + " new sales", absent -> new Timings())
                        .add(service.load(List.of(file)).seconds());
            }
        }
        return measured;
    }

    private void report(int files, Map<String, Timings> firstDay, Map<String, Timings> year) {
        List<List<String>> rows = new ArrayList<>();
        boolean same = true;
        double slowest = 0;
        String where = "";
        for (Map.Entry<String, Timings> entry : firstDay.entrySet()) {
            double before = entry.getValue().median();
            double after = year.getOrDefault(entry.getKey(), new Timings()).median();
            double ratio = after / before;
            same &= ratio < MOST_RATIO || after - before < MOST_SECONDS_MORE;
            if (ratio > slowest) {
                slowest = ratio;
                where = entry.getKey();
            }
            rows.add(List.of(entry.getKey(), Figures.seconds(before), Figures.seconds(after), Figures.ratio(ratio)));
        }
        bench.report()
                .line(
                        Target.YEAR,
                        Verdict.of(same),
                        "at most " + Figures.ratio(slowest) + ", for " + where);
        bench.report()
                .details(
                        "After a year: " + Figures.count(files) + " files, "
                                + Figures.count((double) files * YearOfFiles.ROWS_PER_FILE) + " rows of details",
                        List.of("what", "first day", "after a year", "ratio"),
                        rows);
    }
}
