package org.salesetl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The ten questions, asked of the service and, in SQL, of the fact table. */
final class MetricsBenchmark {

    /** Asks no fact where nothing is filtered, so that there is no such SQL to compare with. */
    private static final String WITHOUT_FACTS = "customer-distribution";

    private static final int REPETITIONS = 5;
    private static final int MOST_WARM_UPS = 20;
    private static final double WARM_UP_SECONDS = 2;
    private static final double LEAST_STATEMENT_SECONDS = 0.0001;

    private final Bench bench;
    private final MetricTimes usual;

    private MetricsBenchmark(Bench bench, MetricTimes usual) {
        this.bench = bench;
        this.usual = usual;
    }

    /** Asks the service with the usual sales. */
    static MetricsBenchmark measure(Bench bench, Warehouse usual)
            throws IOException, InterruptedException, SQLException {
        bench.say("ten questions to " + Figures.count(bench.options().sales()) + " sales");
        return new MetricsBenchmark(bench, times(bench, usual));
    }

    /**
     * Asks the service with the large file, and the server itself, and reports.
     *
     * @param large null where the large size is left out
     */
    void compare(@Nullable Warehouse large) throws IOException, InterruptedException, SQLException {
        if (large == null) {
            bench.report()
                    .line(
                            Target.METRICS,
                            Verdict.UNKNOWN,
                            "all ten " + Figures.seconds(usual.sumOfFirst(Slice.WHOLE)) + " at "
                                    + Figures.count(bench.options().sales()));
            return;
        }
        bench.say("ten questions to " + Figures.count(bench.options().large()) + " sales");
        MetricTimes times = times(bench, large);
        String plans = plansOfService(large);

        bench.say("the same as SQL on the fact table");
        List<FactQueries.Answer> answers = new ArrayList<>();
        try (Service service = bench.start(large);
                FactQueries queries = FactQueries.on(large)) {
            for (Slice slice : Slice.values()) {
                for (String slug : Api.METRICS) {
                    FactQueries.Answer answer = queries.ask(slug, slice);
                    requireSame(answer, service.api().json(path(slug, slice)));
                    answers.add(answer);
                }
            }
            report(times, answers);
            plans += "\n" + plansOfFacts(queries, answers);
        }
        bench.report().details("The three slowest queries, and their plans", plans);
    }

    /**
     * The first answers of a service that has just started, once it is warm: it has answered questions about a city that
     * nobody lives in.
     */
    private static MetricTimes times(Bench bench, Warehouse warehouse)
            throws IOException, InterruptedException, SQLException {
        MetricTimes times = new MetricTimes();
        for (int round = 0; round < bench.options().rounds(); round++) {
            try (Service service = bench.start(warehouse)) {
                Api api = service.api();
                warmUp(api);
                for (Slice slice : Slice.values()) {
                    for (String slug : Api.METRICS) {
                        times.first(slug, slice).add(api.secondsToGet(200, path(slug, slice)));
                    }
                    for (String slug : Api.METRICS) {
                        times.again(slug, slice)
                                .add(again(api, path(slug, slice)).median());
                    }
                }
            }
        }
        return times;
    }

    private static void warmUp(Api api) throws IOException, InterruptedException {
        for (String slug : Api.METRICS) {
            long started = System.nanoTime();
            for (int i = 0; i < MOST_WARM_UPS && Api.secondsSince(started) < WARM_UP_SECONDS; i++) {
                api.secondsToGet(200, "/api/metrics/" + slug + "?city=Nowhere" + i);
                api.secondsToGet(200, "/api/metrics/" + slug + "?from=2023-01-01&to=2023-03-31&city=Nowhere" + i);
            }
        }
    }

    /** How long it takes to give an answer that was given before. */
    static Timings again(Api api, String path) throws IOException, InterruptedException {
        Timings again = new Timings();
        for (int i = 0; i < REPETITIONS; i++) {
            again.add(api.secondsToGet(200, path));
        }
        return again;
    }

    static String path(String slug, Slice slice) {
        return "/api/metrics/" + slug + slice.query();
    }

    /** What the fact table says is what the service says. */
    private static void requireSame(FactQueries.Answer facts, JsonNode answer) {
        List<List<Object>> rows = Answers.rows(answer.path("rows"));
        // a weekday without orders is a row of the answer, but none of SQL's
        rows.removeIf(row -> row.get(row.size() - 1) instanceof BigDecimal value && value.signum() == 0);
        Answers.requireEqual(facts.slug() + facts.slice().query(), facts.rows(), rows);
    }

    private void report(MetricTimes large, List<FactQueries.Answer> answers) {
        double growth = large.sumOfFirst(Slice.WHOLE) / usual.sumOfFirst(Slice.WHOLE);
        OptionalDouble whole = leastSpeedUp(large, answers, Slice.WHOLE);
        OptionalDouble part = leastSpeedUp(large, answers, Slice.PART);
        bench.report()
                .line(
                        Target.METRICS,
                        Verdict.all(Verdict.of(growth < 1.5), Verdict.atLeast(50, whole)),
                        "time grows " + Figures.ratio(growth) + ", from "
                                + Figures.seconds(usual.sumOfFirst(Slice.WHOLE)) + " to "
                                + Figures.seconds(large.sumOfFirst(Slice.WHOLE)) + " for all ten; at least "
                                + Figures.ratio(whole) + " faster than SQL");
        bench.report()
                .line(
                        Target.SLICED_METRICS,
                        Verdict.atLeast(10, part),
                        "at least " + Figures.ratio(part) + " faster than SQL; all ten "
                                + Figures.seconds(large.sumOfFirst(Slice.PART)));
        for (Slice slice : Slice.values()) {
            List<List<String>> rows = answers.stream()
                    .filter(answer -> answer.slice() == slice)
                    .map(answer -> row(large, answer))
                    .toList();
            bench.report()
                    .details(
                            slice == Slice.WHOLE
                                    ? "The ten metrics without a filter"
                                    : "The ten metrics from " + Slice.FROM + " to " + Slice.TO + ", " + Slice.CATEGORY,
                            List.of(
                                    "metric",
                                    Figures.count(bench.options().sales()) + " sales",
                                    Figures.count(bench.options().large()) + " sales",
                                    "grows",
                                    "asked again",
                                    "SQL on the facts",
                                    "faster than SQL"),
                            rows);
        }
    }

    private List<String> row(MetricTimes large, FactQueries.Answer answer) {
        Timings few = usual.first(answer.slug(), answer.slice());
        Timings many = large.first(answer.slug(), answer.slice());
        return List.of(
                answer.slug(),
                few.toString(),
                many.toString(),
                Figures.ratio(many.median() / few.median()),
                Figures.seconds(large.again(answer.slug(), answer.slice()).median()),
                Figures.seconds(answer.seconds()),
                asksFacts(answer) ? Figures.ratio(answer.seconds() / many.median()) : "asks no facts");
    }

    private static OptionalDouble leastSpeedUp(MetricTimes times, List<FactQueries.Answer> answers, Slice slice) {
        return answers.stream()
                .filter(answer -> answer.slice() == slice && asksFacts(answer))
                .mapToDouble(answer ->
                        answer.seconds() / times.first(answer.slug(), slice).median())
                .min();
    }

    private static boolean asksFacts(FactQueries.Answer answer) {
        return answer.slice() == Slice.PART || !answer.slug().equals(WITHOUT_FACTS);
    }

    private String plansOfService(Warehouse warehouse) throws IOException, InterruptedException, SQLException {
        StringBuilder plans = new StringBuilder("Of those that the service asks:\n\n");
        try (StatementLog log = StatementLog.start(bench.server(), LEAST_STATEMENT_SECONDS);
                Service service = bench.start(warehouse);
                Connection connection = bench.server().connect(warehouse.schema())) {
            for (Slice slice : Slice.values()) {
                for (String slug : Api.METRICS) {
                    service.api().json(path(slug, slice));
                }
            }
            for (StatementLog.Entry query : log.slowestQueries(warehouse.schema(), 3)) {
                plans.append(Figures.seconds(query.seconds()))
                        .append("\n\n```sql\n")
                        .append(query.text().strip())
                        .append("\n```\n\n")
                        .append(StatementLog.explain(connection, query.text()))
                        .append('\n');
            }
        }
        return plans.toString();
    }

    private static String plansOfFacts(FactQueries queries, List<FactQueries.Answer> answers)
            throws IOException, SQLException {
        StringBuilder plans = new StringBuilder("Of those in SQL on the fact table, after `ANALYZE TABLE`:\n\n");
        List<FactQueries.Answer> slowest = answers.stream()
                .sorted(Comparator.comparingDouble(FactQueries.Answer::seconds).reversed())
                .limit(3)
                .toList();
        for (FactQueries.Answer answer : slowest) {
            plans.append(answer.slug())
                    .append(answer.slice() == Slice.PART ? ", filtered, " : ", ")
                    .append(Figures.seconds(answer.seconds()))
                    .append("\n\n")
                    .append(queries.explain(answer.slug(), answer.slice()))
                    .append('\n');
        }
        return plans.toString();
    }
}
