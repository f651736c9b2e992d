package org.salesetl.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether readers and a load stand in each other's way. */
final class ClientsBenchmark {

    private static final int CLIENTS = 50;
    private static final Duration IDLE = Duration.ofSeconds(20);

    private final Bench bench;
    private final Dataset data;
    private final Dataset newSales;

    ClientsBenchmark(Bench bench) throws IOException, InterruptedException {
        this.bench = bench;
        this.data = bench.datasets().sales(bench.options().sales());
        this.newSales = bench.datasets().newSales(bench.options().sales());
    }

    void run() throws IOException, InterruptedException, SQLException {
        Timings alone = new Timings();
        Timings accompanied = new Timings();
        Answered idle = new Answered();
        Answered busy = new Answered();
        for (int round = 1; round <= bench.options().rounds(); round++) {
            bench.say("clients, round " + round + " of " + bench.options().rounds());
            alone.add(load(idle, null));
            accompanied.add(load(new Answered(), busy));
        }
        report(alone, accompanied, idle, busy);
    }

    /**
     * How long new sales take on top of as many, after a while in which people have only read.
     *
     * @param before what they are told before the load
     * @param meanwhile what they are told while it goes on; null if they leave before it
     */
    private double load(Answered before, @Nullable Answered meanwhile)
            throws IOException, InterruptedException, SQLException {
        Warehouse warehouse = bench.emptyWarehouse("clients");
        try (Service service = bench.start(warehouse)) {
            bench.loadFirst(service, data);
            bench.server().settle();
            try (Readers readers =
                    Readers.start(service.api(), CLIENTS, bench.options().pause())) {
                Thread.sleep(IDLE.toMillis());
                before.add(readers);
            }
            bench.server().settle();
            if (meanwhile == null) {
                return bench.loadOnTop(service, newSales).seconds();
            }
            try (Readers readers =
                    Readers.start(service.api(), CLIENTS, bench.options().pause())) {
                Loaded loaded = service.load(List.of(newSales.sales()));
                Correctness.requireLoaded(loaded, newSales);
                meanwhile.add(readers);
                return loaded.seconds();
            }
        } finally {
            warehouse.drop();
        }
    }

    private void report(Timings alone, Timings accompanied, Answered idle, Answered busy) {
        double latency = busy.seconds.median() / idle.seconds.median();
        double load = accompanied.median() / alone.median();
        int errors = idle.errors.size() + busy.errors.size();
        bench.report()
                .line(
                        Target.CLIENTS,
                        Verdict.of(errors == 0 && latency < 3 && load < 1.5),
                        errors + " errors; median latency " + Figures.ratio(latency) + " idle ("
                                + Figures.seconds(busy.seconds.median()) + ", idle "
                                + Figures.seconds(idle.seconds.median()) + "); load " + Figures.ratio(load)
                                + " slower (" + accompanied + ", alone " + alone + ")");
        bench.report()
                .details(
                        CLIENTS + " clients, each with a pause of "
                                + bench.options().pause().toMillis() + " ms between an answer and the next request",
                        Report.table(
                                        List.of("", "answers", "median", "95 %", "slowest", "errors"),
                                        List.of(idle.row("no load"), busy.row("while a load runs")))
                                + busy.firstErrors());
    }

    /** What several groups of readers were told. */
    private static final class Answered {

        private final Timings seconds = new Timings();
        private final List<String> errors = new ArrayList<>();

        void add(Readers readers) {
            seconds.addAll(readers.timings());
            errors.addAll(readers.errors());
        }

        List<String> row(String name) {
            return List.of(
                    name,
                    Figures.count(seconds.count()),
                    Figures.seconds(seconds.median()),
                    Figures.seconds(seconds.quantile(0.95)),
                    Figures.seconds(seconds.quantile(1)),
                    Figures.count(errors.size()));
        }

        String firstErrors() {
            return errors.isEmpty()
                    ? ""
                    : "\nThe first errors: " + String.join("; ", errors.subList(0, Math.min(5, errors.size())));
        }
    }
}
