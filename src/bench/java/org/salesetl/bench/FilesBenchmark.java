package org.salesetl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Many small files in one run. */
final class FilesBenchmark {

    private static final int SALES_EACH = 10;

    private final Bench bench;

    FilesBenchmark(Bench bench) {
        this.bench = bench;
    }

    void run() throws IOException, InterruptedException, SQLException {
        int count = bench.options().files();
        bench.say(Figures.count(count) + " files");
        Dataset data = bench.datasets().sales(count * SALES_EACH);
        Path folder = bench.options().home().resolve("scratch/files");
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        List<Path> files = SalesFiles.cut(data.sales(), folder, SALES_EACH);

        Warehouse warehouse = bench.emptyWarehouse("files");
        try (Service service = bench.start(warehouse)) {
            service.load(data.masters());
            bench.server().settle();
            Loaded loaded = service.load(files);
            Correctness.requireLoaded(loaded, data);
            Correctness.requireMetrics(service.api(), data.expected());
            report(loaded, files.size(), starts(loaded.run()));
        }
        FileSystemUtils.deleteRecursively(folder);
        warehouse.drop();
    }

    /** When the load of each file began, by the ledger. */
    private List<Timestamp> starts(Run run) throws SQLException {
        List<Timestamp> starts = new ArrayList<>();
        try (Connection connection = bench.server().connect("files");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT loaded_at FROM etl_file WHERE run_id = "
                        + run.json().path("id").asInt() + " ORDER BY file_id")) {
            while (result.next()) {
                starts.add(result.getTimestamp(1));
            }
        }
        return starts;
    }

    private void report(Loaded loaded, int count, List<Timestamp> starts) {
        int tenth = count / 10;
        double rate = count / loaded.seconds();
        double first = rate(starts.subList(0, tenth + 1));
        double last = rate(starts.subList(starts.size() - tenth - 1, starts.size()));
        bench.report()
                .line(
                        Target.FILES,
                        // what differs by less than a twentieth is the same
                        Verdict.of(rate >= 100 && last >= 0.95 * first),
                        Figures.count(rate) + " files/s, " + Figures.seconds(loaded.seconds()) + "; the first "
                                + Figures.count(tenth) + " at " + Figures.count(first) + " files/s, the last "
                                + Figures.count(tenth) + " at " + Figures.count(last) + " files/s");
    }

    private static double rate(List<Timestamp> starts) {
        Duration between = Duration.between(
                starts.get(0).toInstant(), starts.get(starts.size() - 1).toInstant());
        return (starts.size() - 1) / (between.toNanos() / 1e9);
    }
}
