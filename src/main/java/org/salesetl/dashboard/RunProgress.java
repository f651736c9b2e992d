package org.salesetl.dashboard;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.RunEntry;
import org.salesetl.load.FileLoad;
import org.salesetl.load.LoadProgress;
import org.salesetl.load.LoadProgress.InHand;
import org.salesetl.load.LoadProgress.OnCluster;
import org.salesetl.outage.Waiting;
import org.salesetl.outage.Waiting.Wait;
import org.springframework.stereotype.Component;

/** Reports the progress of the current run. */
@Component
class RunProgress {

    /** If a smaller share of a file has been read, nobody can tell how long the rest takes. */
    private static final double LEAST_SHARE = 0.02;

    private static final int PERCENT = 100;

    private final LoadProgress progress;
    private final Waiting waiting;
    private final ProgressWords words;
    private final Duration stuckAfter;

    RunProgress(LoadProgress progress, Waiting waiting, ProgressWords words, SalesEtlProperties properties) {
        this.stuckAfter = properties.stuckAfter();
        this.progress = progress;
        this.waiting = waiting;
        this.words = words;
    }

    /**
     * Reports on the newest run.
     *
     * @param idleSeconds how long the run has not moved
     */
    Report report(RunEntry.Listing newest, Number idleSeconds) {
        RunEntry run = newest.runs().isEmpty() ? null : newest.runs().get(0);
        boolean running = run != null && run.status().equals(Run.Status.RUNNING.label());
        InHand file = progress.current();
        Wait wait = running ? waiting.current() : null;
        Reading reading = !running || file == null || wait != null ? null : reading(file, Instant.now());
        Duration idle = Duration.ofSeconds(idleSeconds.longValue());
        boolean stuck = running && wait == null && idle.compareTo(stuckAfter) >= 0;
        Judging judging = !running || wait != null ? null : judging(progress.onCluster(), Instant.now());
        String waits = wait == null ? null : wait.outage().words();
        return new Report(
                running,
                run,
                reading,
                judging,
                waits,
                stuck,
                run == null || !running ? null : words(run, reading, judging, wait, stuck ? idle : null));
    }

    private String words(
            RunEntry run,
            @Nullable Reading reading,
            @Nullable Judging judging,
            @Nullable Wait wait,
            @Nullable Duration stuck) {
        if (stuck != null) {
            return judging == null ? words.ofStuck(stuck.toMinutes()) : words.ofStuckCluster(stuck.toMinutes());
        }
        return judging == null
                ? words.of(run, reading, wait == null ? null : wait.outage())
                : words.ofCluster(run, judging);
    }

    private static @Nullable Judging judging(@Nullable OnCluster file, Instant now) {
        if (file == null) {
            return null;
        }
        double seconds = Math.max(1, Duration.between(file.since(), now).toMillis()) / 1000.0;
        return new Judging(
                file.claim().drop().name(),
                (int) (PERCENT * file.share()),
                secondsLeft(seconds, Math.round(PERCENT * file.share()), PERCENT));
    }

    private static Reading reading(InHand file, Instant now) {
        double seconds = Math.max(1, Duration.between(file.since(), now).toMillis()) / 1000.0;
        int rows = file.load().books().read();
        return new Reading(
                file.load().drop().name(),
                file.load().layout().kind().label(),
                rows,
                Math.round(rows / seconds),
                secondsLeft(seconds, file.bytes().get(), toRead(file.load())));
    }

    /** The number of bytes to read. A wide file is read twice: first for its customers and products, then for its sales. */
    private static long toRead(FileLoad load) {
        return load.drop().size() * (load.layout().isWide() ? 2 : 1);
    }

    /**
     * How many seconds the rest of a file takes.
     *
     * @param seconds the time so far
     * @param read the number of bytes read so far
     * @param size the number of bytes to read
     * @return null if too little has been read to tell, or if more bytes have been read than the file has, because the file is compressed
     */
    static @Nullable Long secondsLeft(double seconds, long read, long size) {
        double share = (double) read / Math.max(1, size);
        return share < LEAST_SHARE || share > 1 ? null : Long.valueOf(Math.round(seconds * (1 - share) / share));
    }

    /**
     * The progress of the newest run.
     *
     * @param running whether the newest run is going on
     * @param run the newest run, without its files; null if there has been no run
     * @param reading the current file; null between files, and if another instance has the run
     * @param judging the file that a cluster judges; null if there is none, and if another instance has the run
     * @param waits what the run waits for, as in {@code waits for the database, which is busy}; null if the run does not wait
     * @param stuck whether the run has not moved for so long that somebody should look at it
     * @param words the same in words; null if no run is going on
     */
    record Report(
            boolean running,
            @Nullable RunEntry run,
            @Nullable Reading reading,
            @Nullable Judging judging,
            @Nullable String waits,
            boolean stuck,
            @Nullable String words) {}

    /**
     * A file that a cluster judges, before this process saves its rows.
     *
     * @param percent the part of the cluster's work that is done
     * @param secondsLeft the time until the cluster has done its work; null if that is not known
     */
    record Judging(String name, int percent, @Nullable Long secondsLeft) {}

    /**
     * The current file.
     *
     * @param rows the number of rows read so far
     * @param rowsPerSecond the number of rows read per second
     * @param secondsLeft the time until all rows have been read; null if that is not known
     */
    record Reading(
            String name,
            String kind,
            int rows,
            long rowsPerSecond,
            @Nullable Long secondsLeft) {}
}
