package org.salesetl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.codec.digest.DigestUtils;

/** Pandas, the floor and the service in turn, each from nothing; then what the service does with more of the same. */
final class LoadBenchmark {

    private static final int BUFFER_BYTES = 1 << 18;

    /** A tenth of a second is soon disturbed. */
    private static final int REPETITIONS = 5;

    private final Bench bench;
    private final Dataset data;
    private final Dataset newSales;
    private final Path corrected;
    private final Path repeated;
    private final int changed;

    private final Contestant pandas = new Contestant("pandas");
    private final Contestant floor = new Contestant("the floor: `LOAD DATA` of clean rows");
    private final Contestant floorOnTop = new Contestant("the floor, on top");
    private final Contestant empty = new Contestant("the service, into an empty warehouse");
    private final Contestant onTop = new Contestant("the service, new sales on top");
    private final Contestant correction = new Contestant("the service, a corrected copy of those");
    private final Contestant repetition = new Contestant("the service, the same content again");
    private final Timings hash = new Timings();
    private final List<Loaded> firstLoads = new ArrayList<>();

    LoadBenchmark(Bench bench) throws IOException, InterruptedException {
        this.bench = bench;
        this.data = bench.datasets().sales(bench.options().sales());
        this.newSales = bench.datasets().newSales(bench.options().sales());
        this.corrected = bench.scratch("sales-corrected.csv");
        this.changed = SalesFiles.correct(newSales.sales(), corrected);
        this.repeated = bench.scratch("sales-again.csv");
        Files.deleteIfExists(repeated);
        Files.createLink(repeated, data.sales());
    }

    LoadRates run() throws IOException, InterruptedException, SQLException {
        secondsToHash();
        for (int round = 1; round <= bench.options().rounds(); round++) {
            bench.say("loads, round " + round + " of " + bench.options().rounds());
            if (bench.python().loads()) {
                loadWithPandas();
                loadFloor();
            }
            loadWithService();
        }
        report();
        return new LoadRates(floor.rate(), empty.rate(), onTop.rate());
    }

    private void loadWithPandas() throws IOException, InterruptedException, SQLException {
        bench.server().recreate("peer");
        bench.server().settle();
        JsonNode answer = bench.python().load(data.folder(), bench.server().pythonUrl("peer"));
        pandas.add(answer.path("rows").asLong(), answer.path("seconds").asDouble());
        bench.server().drop("peer");
    }

    private void loadFloor() throws IOException, InterruptedException, SQLException {
        bench.server().recreate("floor");
        bench.server().settle();
        JsonNode answer = bench.python().limit(data.folder(), bench.server().pythonUrl("floor"));
        floor.add(answer.path("rows").asLong(), answer.path("seconds").asDouble());
        floorOnTop.add(
                answer.path("rows").asLong(), answer.path("on_top_seconds").asDouble());
        bench.server().drop("floor");
    }

    private void loadWithService() throws IOException, InterruptedException, SQLException {
        Warehouse warehouse = bench.emptyWarehouse("ours");
        try (Service service = bench.start(warehouse)) {
            Loaded first = bench.loadFirst(service, data);
            firstLoads.add(first);
            empty.add(first.run().sum("sales", "inserted"), first.seconds());

            Loaded top = bench.loadOnTop(service, newSales);
            onTop.add(top.run().sum("sales", "inserted"), top.seconds());

            bench.server().settle();
            Loaded correctedCopy = service.load(List.of(corrected));
            Correctness.requireCorrected(correctedCopy, newSales, changed);
            correction.add(top.run().sum("sales", "inserted"), correctedCopy.seconds());

            for (int i = 0; i < REPETITIONS; i++) {
                bench.server().settle();
                hash.add(secondsToHash());
                Loaded again = service.load(List.of(repeated));
                Correctness.requireRepeated(again);
                // without the request that starts the run, most of which is checking its password
                repetition.add(top.run().sum("sales", "inserted"), again.run().seconds());
            }
        }
        warehouse.drop();
    }

    private void report() {
        OptionalDouble toFloor = Contestant.faster(empty, floor);
        OptionalDouble toPandas = Contestant.faster(empty, pandas);
        bench.report()
                .line(
                        Target.EMPTY_LOAD,
                        Verdict.all(Verdict.atLeast(2, toFloor), Verdict.atLeast(7, toPandas)),
                        Figures.ratio(toFloor) + " the floor, " + Figures.ratio(toPandas) + " pandas: "
                                + empty.figures());

        OptionalDouble toFloorOnTop = Contestant.faster(onTop, floorOnTop);
        bench.report()
                .line(
                        Target.ON_TOP,
                        Verdict.atLeast(1, toFloorOnTop),
                        Figures.ratio(toFloorOnTop) + " the floor on top: " + onTop.figures());

        double toOnTop = onTop.seconds().median() / correction.seconds().median();
        double toEmpty = empty.seconds().median() / correction.seconds().median();
        bench.report()
                .line(
                        Target.CORRECTED,
                        Verdict.of(toOnTop >= 2),
                        Figures.ratio(toOnTop) + " faster than its first load, on top of as many ("
                                + Figures.ratio(toEmpty) + " faster than as many into an empty warehouse): "
                                + correction.seconds());

        double toHash = repetition.seconds().median() / hash.median();
        bench.report()
                .line(
                        Target.REPEATED,
                        Verdict.of(toHash < 2),
                        Figures.ratio(toHash) + " the time to hash it, from the run's start to its end: " + repetition.seconds() + ", the hash alone "
                                + hash);

        List<List<String>> rows = new ArrayList<>();
        for (Contestant contestant : List.of(pandas, floor, floorOnTop, empty, onTop, correction, repetition)) {
            rows.add(contestant.row());
        }
        bench.report()
                .details(
                        "Loads of " + Figures.count(bench.options().sales()) + " sales",
                        Report.table(List.of("who", "sales/s", "seconds, median (least to most)"), rows) + "\n"
                                + memory());
    }

    private String memory() {
        long heap =
                firstLoads.stream().mapToLong(load -> load.heap().peak()).max().orElse(0);
        long after = firstLoads.stream()
                .mapToLong(load -> load.heap().peakAfterCollection())
                .max()
                .orElse(0);
        long resident =
                firstLoads.stream().mapToLong(Loaded::residentBytes).max().orElse(0);
        return "The service's heap while loading into an empty warehouse: at most " + Figures.mebibytes(heap)
                + ", after a collection at most " + Figures.mebibytes(after) + "; the process had at most "
                + Figures.mebibytes(resident) + " of memory.";
    }

    /** As plainly as Java can. */
    private double secondsToHash() throws IOException {
        long started = System.nanoTime();
        try (InputStream stream = Files.newInputStream(repeated)) {
            MessageDigest digest = DigestUtils.getSha256Digest();
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            digest.digest();
        }
        return Api.secondsSince(started);
    }
}
