package org.salesetl.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.OptionalDouble;

/** The same loads at ten times the size. */
final class LargeBenchmark {

    /** More than this between the first and the last third of a load is growth. */
    private static final double FLAT = 1.5;

    private static final double LEAST_STATEMENT_SECONDS = 0.2;

    private final Bench bench;
    private final LoadRates usual;
    private final Warehouse warehouse;
    private final Loaded first;

    private LargeBenchmark(Bench bench, LoadRates usual, Warehouse warehouse, Loaded first) {
        this.bench = bench;
        this.usual = usual;
        this.warehouse = warehouse;
        this.first = first;
    }

    /** Loads the large file into an empty warehouse. */
    static LargeBenchmark load(Bench bench, LoadRates usual) throws IOException, InterruptedException, SQLException {
        Dataset data = bench.datasets().sales(bench.options().large());
        bench.say("a load of " + Figures.count(bench.options().large()) + " sales");
        Warehouse warehouse = bench.emptyWarehouse("large");
        try (Service service = bench.start(warehouse)) {
            return new LargeBenchmark(bench, usual, warehouse, bench.loadFirst(service, data));
        }
    }

    /** The warehouse that holds the large file. */
    Warehouse warehouse() {
        return warehouse;
    }

    /** Loads new sales on top, and reports; the warehouse is gone then. */
    void loadOnTop() throws IOException, InterruptedException, SQLException {
        Dataset newSales = bench.datasets().newSales(bench.options().sales());
        bench.say("new sales on top of " + Figures.count(bench.options().large()));
        Loaded top;
        String profile;
        // of a few long statements only, so that it costs nothing
        try (StatementLog log = StatementLog.start(bench.server(), LEAST_STATEMENT_SECONDS);
                Service service = bench.start(warehouse)) {
            log.forget();
            top = bench.loadOnTop(service, newSales);
            profile = Profile.tables(service, log, top);
        }
        warehouse.drop();
        report(top, profile);
    }

    private void report(Loaded top, String profile) {
        OptionalDouble empty = Contestant.ratio(OptionalDouble.of(first.salesPerSecond()), usual.empty());
        OptionalDouble onTop = Contestant.ratio(OptionalDouble.of(top.salesPerSecond()), usual.onTop());
        HeapLog.Extract heap = first.heap();
        bench.report()
                .line(
                        Target.LARGE_LOAD,
                        Verdict.all(
                                Verdict.atLeast(0.7, empty),
                                Verdict.atLeast(0.7, onTop),
                                Verdict.of(heap.usedAtLast() <= FLAT * heap.usedAtFirst())),
                        Figures.ratio(empty) + " the rate into an empty one (" + Figures.rate(first.salesPerSecond())
                                + "), " + Figures.ratio(onTop) + " on top (" + Figures.rate(top.salesPerSecond())
                                + "); heap in use " + Figures.mebibytes(heap.usedAtFirst()) + " in the first third, "
                                + Figures.mebibytes(heap.usedAtLast()) + " in the last");
        bench.report()
                .details(
                        "Loads at " + Figures.count(bench.options().large()) + " sales",
                        "Into an empty warehouse " + Figures.seconds(first.seconds()) + ", then "
                                + Figures.count(bench.options().sales()) + " new sales on top "
                                + Figures.seconds(top.seconds()) + ". The service's heap while loading the large file:"
                                + " at most " + Figures.mebibytes(heap.peak()) + ", after a collection at most "
                                + Figures.mebibytes(heap.peakAfterCollection()) + "; the process had at most "
                                + Figures.mebibytes(first.residentBytes()) + " of memory. In use is the least that a"
                                + " collection left in that third of the collections.\n\nWhere the time of the new sales"
                                + " on top went. " + profile);
    }
}
