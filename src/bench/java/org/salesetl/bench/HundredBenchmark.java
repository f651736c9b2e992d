package org.salesetl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Large files, one after the other, into one warehouse: how loads, slices, pages and the disk grow with it.
 *
 * <p>Each file has the sales of the large one under new ids, so that all answers are known at every size. The benchmark makes a file just before
 * it is loaded and deletes it afterwards, in the archive too. Each figure is in the report as soon as it is known.
 */
final class HundredBenchmark {

    /** What a load of ten million sales needs beside the sales themselves, and some more that others may need. */
    private static final long LEAST_ROOM = 12L << 30;

    private static final List<String> PAGES = List.of(
            "/", "/analytics?period=all", "/product?product=P1", "/customer?customer=C1", "/facts", "/quarantine", "/etl");
    /** Files after which everything is asked, besides the last one. */
    private static final Set<Integer> ASKED_AFTER = Set.of(1, 2, 5, 10, 20, 50, 100);

    private static final String ALL_TIME = "?category=" + Slice.CATEGORY;
    private static final int IN_NO_ORDER = 1_000_000;

    private final Bench bench;
    private final Dataset data;
    private final int sales;
    private final Growth growth;

    HundredBenchmark(Bench bench) throws IOException, InterruptedException {
        this.bench = bench;
        this.sales = bench.options().large();
        this.data = bench.datasets().sales(sales);
        this.growth = new Growth(bench, "One warehouse, " + Figures.count(sales) + " sales after the other");
    }

    void run() throws IOException, InterruptedException, SQLException {
        Warehouse warehouse = bench.emptyWarehouse("hundred");
        int files = 0;
        try (Service service = bench.start(warehouse)) {
            long started = System.nanoTime();
            boolean goesOn = hasRoom();
            while (goesOn) {
                growth.column(Figures.count((double) sales * (files + 1)));
                load(service, files);
                files++;
                goesOn = files < bench.options().hundred() && hasRoom() && hasTime(started);
                if (ASKED_AFTER.contains(files) || !goesOn) {
                    ask(service, files);
                }
                disk(warehouse, (double) sales * files);
            }
            growth.column("more sales whose ids have no order");
            loadInNoOrder(service);
        }
        growth.column("the end");
        finish(warehouse, files);
        warehouse.drop();
    }

    private boolean hasRoom() throws IOException {
        long room = Files.getFileStore(bench.options().home()).getUsableSpace();
        bench.say(Figures.mebibytes(room) + " of disk are left");
        return room >= LEAST_ROOM;
    }

    private boolean hasTime(long started) {
        return Api.secondsSince(started) < bench.options().most().toSeconds();
    }

    private void load(Service service, int before) throws IOException, InterruptedException, SQLException {
        List<Path> files = new ArrayList<>(before == 0 ? data.masters() : List.of());
        Path file = bench.scratch("sales.csv");
        SalesFiles.renumber(data.sales(), file, Long.MAX_VALUE, number -> Long.toString(number + (long) sales * before));
        files.add(file);
        Correctness.requireLoaded(load(service, files), data);
        Files.delete(file);
    }

    private Loaded load(Service service, List<Path> files) throws IOException, InterruptedException, SQLException {
        Use use = Use.now(bench.server(), service);
        Loaded loaded = service.load(files);
        Use used = Use.now(bench.server(), service).minus(use);
        forgetFiles(service.warehouse());
        growth.add("load", Figures.seconds(loaded.seconds()));
        growth.add("rate", Figures.rate(loaded.salesPerSecond()));
        growth.add("of it: facts", Figures.seconds(used.facts()));
        growth.add("of it: packs", Figures.seconds(used.packs()));
        growth.add("load of the machine", Figures.load(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        growth.add("processor: the server", Figures.seconds(used.server().toMillis() / 1e3));
        growth.add("processor: the service", Figures.seconds(used.service().toMillis() / 1e3));
        growth.add("pages that were not in the pool", Figures.count((double) used.pagesRead()));
        growth.add("written by the server: pages", Figures.mebibytes(used.pageBytes()));
        growth.add("written by the server: log", Figures.mebibytes(used.logBytes()));
        growth.add("heap, at most", Figures.mebibytes(loaded.heap().peak()));
        growth.add("heap after a collection, at most", Figures.mebibytes(loaded.heap().peakAfterCollection()));
        growth.add("memory of the service so far, at most", Figures.mebibytes(loaded.residentBytes()));
        return loaded;
    }

    /** What has been loaded, which nobody asks for again. */
    private static void forgetFiles(Warehouse warehouse) throws IOException {
        try (Stream<Path> archived = Files.list(warehouse.home().resolve("archive"))) {
            for (Path folder : archived.toList()) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }

    private void ask(Service service, int files) throws IOException, InterruptedException, SQLException {
        Api api = service.api();
        growth.add("ten metrics", ten(api, Slice.WHOLE.query()));
        growth.add("ten metrics, three months of a category", ten(api, Slice.PART.query()));
        growth.add("ten metrics, a category of all time", ten(api, ALL_TIME));
        growth.add("key figures by month", Figures.seconds(api.secondsToGet(200, "/api/key-figures?by=month")));
        for (String page : PAGES) {
            growth.add("`" + page + "`", Figures.seconds(api.secondsToGet(200, page)));
        }
        Correctness.requireMetrics(api, data.expected(), files);
    }

    /** The first answers since the load. */
    private static String ten(Api api, String query) throws IOException, InterruptedException {
        double sum = 0;
        for (String slug : Api.METRICS) {
            sum += api.secondsToGet(200, "/api/metrics/" + slug + query);
        }
        return Figures.seconds(sum);
    }

    private void disk(Warehouse warehouse, double rows) throws IOException, SQLException {
        bench.server().execute("ANALYZE TABLE " + warehouse.schema() + ".fact_sales, " + warehouse.schema() + ".sales_pack, "
                + warehouse.schema() + ".quarantine");
        String bytes = "SELECT COALESCE(SUM(stat_value), 0) * @@innodb_page_size FROM mysql.innodb_index_stats WHERE stat_name = 'size'"
                + " AND database_name = '" + warehouse.schema() + "'";
        for (Disk disk : Disk.values()) {
            long size = Long.parseLong(bench.server().value(bytes + " AND " + disk.condition()));
            growth.add("disk: " + disk.label(), Figures.mebibytes(size) + ", " + Figures.count(size / rows) + " B a sale");
        }
        growth.add("disk: all files of the schema", Figures.mebibytes(bench.server().fileBytes(warehouse.schema())));
        growth.add("disk: logs and undo", Figures.mebibytes(bench.server().fileBytes("")));
    }

    /** The load that suits a database least: each id goes to another page of the unique key. */
    private void loadInNoOrder(Service service) throws IOException, InterruptedException, SQLException {
        Path file = bench.scratch("sales.csv");
        SalesFiles.renumber(
                data.sales(),
                file,
                Math.min(sales, IN_NO_ORDER),
                number -> UUID.nameUUIDFromBytes(Long.toString(number).getBytes(StandardCharsets.US_ASCII)).toString());
        load(service, List.of(file));
        Files.delete(file);
    }

    private void finish(Warehouse warehouse, int files) throws IOException, InterruptedException, SQLException {
        try (Service service = Service.start(bench.options(), warehouse)) {
            growth.add("start of the service", Figures.seconds(service.secondsToReady()));
        }
        long started = System.nanoTime();
        String ordered = bench.server()
                .value("SELECT CONCAT(COUNT(*), ' ', SUM(revenue)) FROM " + warehouse.schema() + ".fact_sales WHERE sale_id NOT LIKE 'T%-%'");
        growth.add("counting and adding up all facts in SQL", Figures.seconds(Api.secondsSince(started)));
        JsonNode expected = data.expected();
        if (expected != null) {
            String[] found = ordered.split(" ", -1);
            Correctness.require(
                    "the number of all facts",
                    expected.path("counts").path("sales").path("inserted").asLong() * files,
                    Long.parseLong(found[0]));
            Correctness.require(
                    "the revenue of all facts",
                    0,
                    expected.path("revenue").decimalValue().multiply(BigDecimal.valueOf(files)).compareTo(new BigDecimal(found[1])));
        }
    }

    /** What takes room in the database; conditions on mysql.innodb_index_stats. */
    private enum Disk {
        FACTS("facts", "table_name = 'fact_sales' AND index_name = 'PRIMARY'"),
        IDS("key of facts by sale id", "table_name = 'fact_sales' AND index_name = 'fact_sales_id'"),
        CUSTOMERS("key of facts by customer", "table_name = 'fact_sales' AND index_name = 'fact_sales_customer'"),
        PRODUCTS("key of facts by product", "table_name = 'fact_sales' AND index_name = 'fact_sales_product'"),
        DATES("key of facts by date", "table_name = 'fact_sales' AND index_name = 'fact_sales_date'"),
        OTHERS(
                "other keys of facts",
                "table_name = 'fact_sales' AND index_name NOT IN ('PRIMARY', 'fact_sales_id', 'fact_sales_customer',"
                        + " 'fact_sales_product', 'fact_sales_date')"),
        PACKS("packs", "table_name = 'sales_pack'"),
        ROLLUPS("rollups", "table_name LIKE 'rollup%'"),
        QUARANTINE("quarantine", "table_name = 'quarantine'"),
        REST(
                "all other tables",
                "table_name NOT IN ('fact_sales', 'sales_pack', 'quarantine') AND table_name NOT LIKE 'rollup%'");

        private final String label;
        private final String condition;

        Disk(String label, String condition) {
            this.label = label;
            this.condition = condition;
        }

        String label() {
            return label;
        }

        String condition() {
            return condition;
        }
    }

    /** What the server and the service have used so far, and how long the routes have taken that fill the large tables. */
    private record Use(
            Duration server, Duration service, long pagesRead, long pageBytes, long logBytes, double facts, double packs) {

        static Use now(Server server, Service service) throws IOException, InterruptedException, SQLException {
            Map<String, Double> routes = Profile.routeSeconds(service.api().text("/actuator/prometheus"));
            return new Use(
                    server.cpuTime(),
                    service.cpuTime(),
                    server.status("Innodb_buffer_pool_reads"),
                    server.status("Innodb_data_written"),
                    server.status("Innodb_os_log_written"),
                    routes.getOrDefault("stage-sales", 0.0),
                    routes.getOrDefault("save-packs", 0.0));
        }

        Use minus(Use before) {
            return new Use(
                    server.minus(before.server),
                    service.minus(before.service),
                    pagesRead - before.pagesRead,
                    pageBytes - before.pageBytes,
                    logBytes - before.logBytes,
                    facts - before.facts,
                    packs - before.packs);
        }
    }
}
