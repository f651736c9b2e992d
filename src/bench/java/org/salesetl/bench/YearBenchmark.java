package org.salesetl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/** Pages and a load with a year of files in the ledger, beside those of the first day: the same sales, and nothing else. */
final class YearBenchmark {

    private static final int CUSTOMERS = 200;
    private static final int PRODUCTS = 50;
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
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

    /** What a page keeps from one load to the next; the first who asks after a load waits for all of it. */
    private static final List<String> FIRST_AFTER_A_LOAD =
            List.of("/", "/quarantine", "/quarantine?status=resolved", "/questions", "/mappings");

    private static final Set<String> OF_ADMINS = Set.of("/audit", "/retention", "/actuator/prometheus");

    private final Bench bench;

    YearBenchmark(Bench bench) {
        this.bench = bench;
    }

    void run() throws IOException, InterruptedException, SQLException {
        int files = bench.options().year();
        bench.say("a year of " + Figures.count(files) + " files");
        Path folder = bench.options().home().resolve("scratch/year");
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        List<Path> shop = shop(folder);
        List<Path> more = new ArrayList<>();
        for (int load = 0; load < ASKED; load++) {
            more.add(sales(folder, "more-" + load, SALES + load * SALES_OF_A_LOAD, SALES_OF_A_LOAD));
        }
        Warehouse first = bench.emptyWarehouse("first_day");
        Map<String, Timings> onTheFirstDay = measure(first, shop, more);
        first.drop();
        Warehouse year = bench.emptyWarehouse("year");
        try (Service service = bench.start(year)) {
            service.load(shop);
        }
        YearOfFiles.add(year, files);
        Map<String, Timings> afterAYear = measure(year, List.of(), more);
        report(files, onTheFirstDay, afterAYear);
        year.drop();
    }

    private static List<Path> shop(Path folder) throws IOException {
        return List.of(
                write(folder, "customers", "customer_id,name,city", CUSTOMERS, id -> "C%d,Customer %d,City %d".formatted(id, id, id % 20)),
                write(folder, "products", "product_id,name,category,price", PRODUCTS, id -> "P%d,Product %d,Category %d,%d.50".formatted(id, id, id % 8, 1 + id % 90)),
                sales(folder, "sales", 0, SALES));
    }

    private static Path sales(Path folder, String name, int first, int count) throws IOException {
        return write(
                folder,
                name,
                "sale_id,order_id,customer_id,product_id,order_date,quantity,price",
                count,
                row -> {
                    int id = first + row;
                    return "S%d,O%d,C%d,P%d,%s,%d,%d.50"
                            .formatted(id, id / 2, 1 + id % CUSTOMERS, 1 + id % PRODUCTS, FIRST_DAY.plusDays(id % 365), 1 + id % 5, 1 + id % 90);
                });
    }

    private static Path write(Path folder, String name, String header, int count, IntFunction<String> row) throws IOException {
        List<String> lines = new ArrayList<>(List.of(header));
        IntStream.rangeClosed(1, count).mapToObj(row).forEach(lines::add);
        return Files.write(folder.resolve(name + ".csv"), lines);
    }

    private Map<String, Timings> measure(Warehouse warehouse, List<Path> shop, List<Path> more)
            throws IOException, InterruptedException, SQLException {
        Map<String, Timings> measured = new LinkedHashMap<>();
        try (Service service = bench.start(warehouse)) {
            if (!shop.isEmpty()) {
                service.load(shop);
            }
            bench.server().settle();
            for (int round = 0; round < ASKED; round++) {
                for (String path : PATHS) {
                    measured.computeIfAbsent("`" + path + "`", absent -> new Timings()).add(seconds(service.api(), path));
                }
            }
            for (Path file : more) {
                measured.computeIfAbsent("a run that loads " + Figures.count(SALES_OF_A_LOAD) + " new sales", absent -> new Timings())
                        .add(service.load(List.of(file)).seconds());
                for (String path : FIRST_AFTER_A_LOAD) {
                    measured.computeIfAbsent("`" + path + "`, first after a load", absent -> new Timings())
                            .add(seconds(service.api(), path));
                }
            }
        }
        return measured;
    }

    /** A password takes a tenth of a second to check, which would hide what a page takes. */
    private static double seconds(Api api, String path) throws IOException, InterruptedException {
        return OF_ADMINS.contains(path) ? api.secondsAsAdmin(path) : api.secondsToGet(200, path);
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
