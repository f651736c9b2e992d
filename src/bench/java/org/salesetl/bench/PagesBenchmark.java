package org.salesetl.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The slowest statement behind each page and each listing, asked with what is hardest to find. */
final class PagesBenchmark {

    /** Whoever waits for a page longer than that thinks that something is broken. */
    private static final double GOAL_SECONDS = 1;

    private static final List<String> PATHS = List.of(
            "/",
            "/analytics",
            "/analytics" + Slice.PART.query(),
            "/analytics?city=nowhere&product=nothing",
            "/product?product=P1",
            "/customer?customer=C1",
            "/data/fact_sales",
            "/data/fact_sales?sort=revenue",
            "/data/fact_sales?q=nothing",
            "/data/fact_sales?offset=1000000",
            "/data/dim_customer?sort=city",
            "/data/dim_customer?q=nothing",
            "/facts",
            "/facts" + Slice.PART.query(),
            "/facts?category=nothing",
            "/facts?city=nowhere",
            "/facts?product=nothing",
            "/facts?customer=nothing",
            "/quarantine",
            "/quarantine?reason=unknown_product",
            "/etl",
            "/etl/runs/1",
            "/etl/reload",
            "/checks",
            "/api/search/products?q=zz",
            "/api/search/customers?q=zz",
            "/api/key-figures" + Slice.PART.query());

    private final Bench bench;

    PagesBenchmark(Bench bench) {
        this.bench = bench;
    }

    /** @param large the warehouse that holds the large file */
    void run(Warehouse large) throws IOException, InterruptedException, SQLException {
        bench.say("pages");
        List<List<String>> rows = new ArrayList<>();
        double slowest = 0;
        String where = "";
        try (StatementLog log = StatementLog.start(bench.server(), 0);
                Service service = bench.start(large)) {
            for (String path : PATHS) {
                log.forget();
                Answer answer = ask(service.api(), path);
                List<StatementLog.Entry> statements = log.slowestQueries(large.schema(), 1);
                double seconds = statements.isEmpty() ? 0 : statements.get(0).seconds();
                if (seconds > slowest) {
                    slowest = seconds;
                    where = path;
                }
                rows.add(List.of(
                        "`" + path + "`",
                        Integer.toString(answer.status()),
                        Figures.seconds(answer.seconds()),
                        Figures.seconds(seconds),
                        statements.isEmpty() ? "–" : "`" + statements.get(0).beginning() + "`"));
            }
        }
        bench.report()
                .line(
                        Target.PAGES,
                        Verdict.of(slowest < GOAL_SECONDS),
                        "slowest " + Figures.seconds(slowest) + ", for `" + where + "`");
        bench.report()
                .details(
                        "The slowest statement of each page at "
                                + Figures.count(bench.options().large()) + " sales",
                        List.of("page", "status", "first answer", "slowest statement", "which"),
                        rows);
    }

    /** Nothing that was worked out before can be given again: each path is asked for once. */
    private static Answer ask(Api api, String path) throws IOException, InterruptedException {
        long started = System.nanoTime();
        int status = api.get(path).statusCode();
        return new Answer(status, (System.nanoTime() - started) / 1e9);
    }

    private record Answer(int status, double seconds) {}
}
