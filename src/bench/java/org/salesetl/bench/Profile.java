package org.salesetl.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** How long each route of a service has taken so far, by its metrics. */
    static Map<String, Double> routeSeconds(String metrics) {
        Map<String, Double> seconds = new HashMap<>();
        metrics.lines().forEach(line -> {
            Matcher matcher = ROUTE_SECONDS.matcher(line);
            if (matcher.matches()) {
                seconds.merge(matcher.group(1), Double.parseDouble(matcher.group(2)), Double::sum);
            }
        });
        return seconds;
    }

    private static String routes(String metrics, double whole) {
        List<List<String>> rows = routeSeconds(metrics).entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(MOST_ROWS)
                .map(route -> List.of(
                        route.getKey(), Figures.seconds(route.getValue()), Figures.percent(route.getValue() / whole)))
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
}
