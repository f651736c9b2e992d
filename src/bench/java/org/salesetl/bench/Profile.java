package org.salesetl.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the time of a load goes: by the service's own timers of its routes, and by the server's log of what it was asked.
 * Logging costs, so this load is not one of those measured.
 */
final class Profile {

    private static final Pattern ROUTE_SECONDS =
            Pattern.compile("^camel_route_policy_seconds_sum\\{.*?routeId=\"([^\"]+)\".*} ([0-9.E+-]+)$");
    private static final double LEAST_STATEMENT_SECONDS = 0.002;
    private static final int MOST_ROWS = 14;

    private final Bench bench;

    Profile(Bench bench) {
        this.bench = bench;
    }

    /** Loads a data set into an empty warehouse, reports where the time went, and keeps the warehouse. */
    Warehouse load(String schema, Dataset data) throws IOException, InterruptedException, SQLException {
        bench.say("a load with a profile");
        Warehouse warehouse = bench.emptyWarehouse(schema);
        try (StatementLog log = StatementLog.start(bench.server(), LEAST_STATEMENT_SECONDS);
                Service service = bench.start(warehouse)) {
            log.forget();
            Loaded loaded = service.load(data.files());
            String tables = tables(service, log, loaded);
            Correctness.requireLoaded(loaded, data);
            Correctness.requireMetrics(service.api(), data.expected());
            bench.report()
                    .details(
                            "Where a load's " + Figures.seconds(loaded.seconds()) + " go",
                            "With the profile on. " + tables);
        }
        return warehouse;
    }

    /** Where the time of a load went that the service has just done, its first one, and that the log has seen. */
    static String tables(Service service, StatementLog log, Loaded loaded)
            throws IOException, InterruptedException, SQLException {
        return "A route's time includes that of the routes it calls.\n\n"
                + routes(service.api().text("/actuator/prometheus"), loaded.seconds())
                + "\nStatements that begin alike are taken together.\n\n"
                + statements(log.longest(service.warehouse().schema(), MOST_ROWS), loaded.seconds());
    }

    private static String routes(String metrics, double whole) {
        List<Route> routes = new ArrayList<>();
        metrics.lines().forEach(line -> {
            Matcher matcher = ROUTE_SECONDS.matcher(line);
            if (matcher.matches()) {
                routes.add(new Route(matcher.group(1), Double.parseDouble(matcher.group(2))));
            }
        });
        List<List<String>> rows = routes.stream()
                .sorted(Comparator.comparingDouble(Route::seconds).reversed())
                .limit(MOST_ROWS)
                .map(route -> List.of(
                        route.name(), Figures.seconds(route.seconds()), Figures.percent(route.seconds() / whole)))
                .toList();
        return Report.table(List.of("route", "time", "share"), rows);
    }

    private static String statements(List<StatementLog.Entry> entries, double whole) {
        List<List<String>> rows = entries.stream()
                .map(entry -> List.of(
                        "`" + entry.beginning().replace("`", "") + "`",
                        Figures.count(entry.times()),
                        Figures.seconds(entry.seconds()),
                        Figures.percent(entry.seconds() / whole)))
                .toList();
        return Report.table(List.of("statement", "times", "time", "share"), rows);
    }

    private record Route(String name, double seconds) {}
}
