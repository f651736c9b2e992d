package org.salesetl.bench;

import java.io.IOException;
import java.sql.SQLException;

/** From the start of the process to the answer that it is ready, with nothing and with much in the warehouse. */
final class StartBenchmark {

    private final Bench bench;

    StartBenchmark(Bench bench) {
        this.bench = bench;
    }

    /** @param large a warehouse with the large file */
    void run(Warehouse large) throws IOException, InterruptedException, SQLException {
        bench.say("starts");
        Warehouse empty = bench.emptyWarehouse("nothing");
        // creates the tables, and shows both warehouses' service to the file cache
        secondsToStart(empty);
        secondsToStart(large);
        Timings withNothing = new Timings();
        Timings withMuch = new Timings();
        for (int round = 0; round < bench.options().rounds(); round++) {
            withNothing.add(secondsToStart(empty));
            withMuch.add(secondsToStart(large));
        }
        empty.drop();
        double ratio = withMuch.median() / withNothing.median();
        bench.report()
                .line(
                        Target.START,
                        Verdict.of(ratio < 1.2),
                        Figures.ratio(ratio) + ": " + withMuch + ", with an empty one " + withNothing);
    }

    private double secondsToStart(Warehouse warehouse) throws IOException, InterruptedException, SQLException {
        bench.server().settle();
        try (Service service = Service.start(bench.options(), warehouse)) {
            return service.secondsToReady();
        }
    }
}
