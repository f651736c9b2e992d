package org.salesetl.dashboard;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.RunEntry;
import org.salesetl.load.FileLoad;
import org.salesetl.load.LoadProgress;
import org.salesetl.load.LoadProgress.InHand;
import org.salesetl.outage.Waiting;
import org.salesetl.outage.Waiting.Wait;
import org.springframework.stereotype.Component;

/** Tells how far the run has come that is going on. */
@Component
class RunProgress {

    /** Of a smaller one nobody can tell how long the rest takes. */
    private static final double LEAST_SHARE = 0.02;

    private final LoadProgress progress;
    private final Waiting waiting;

    RunProgress(LoadProgress progress, Waiting waiting) {
        this.progress = progress;
        this.waiting = waiting;
    }

    Report report(RunEntry.Listing newest) {
        RunEntry run = newest.runs().isEmpty() ? null : newest.runs().get(0);
        boolean running = run != null && run.status().equals(Run.Status.RUNNING.label());
        InHand file = progress.current();
        Wait wait = running ? waiting.current() : null;
        return new Report(
                running,
                run,
                !running || file == null || wait != null ? null : reading(file, Instant.now()),
                wait == null ? null : wait.outage().words());
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

    /** A wide file is read for its customers and products first, and then for its sales. */
    private static long toRead(FileLoad load) {
        return load.drop().size() * (load.layout().isWide() ? 2 : 1);
    }

    /**
     * How long the rest of a file takes.
     *
     * @param seconds how long it took so far
     * @param read how many bytes have been read
     * @param size how many bytes the file has
     * @return null if too little of it has been read to tell, or more than there is: it is compressed, and does not tell how
     *     long it is
     */
    static @Nullable Long secondsLeft(double seconds, long read, long size) {
        double share = (double) read / Math.max(1, size);
        return share < LEAST_SHARE || share > 1 ? null : Long.valueOf(Math.round(seconds * (1 - share) / share));
    }

    /**
     * How far things are.
     *
     * @param running whether the newest run is going on
     * @param run the newest run, without its files; null if there has been none
     * @param reading the file in hand; null between files, and if another instance has it
     * @param waits what the run waits for, as in {@code waits for the database, which is busy}; null if it does not
     */
    record Report(
            boolean running,
            @Nullable RunEntry run,
            @Nullable Reading reading,
            @Nullable String waits) {}

    /**
     * The file in hand.
     *
     * @param rows how many rows of it have been read so far
     * @param rowsPerSecond how fast
     * @param secondsLeft until all of it has been read, as far as that can be told; else null
     */
    record Reading(
            String name,
            String kind,
            int rows,
            long rowsPerSecond,
            @Nullable Long secondsLeft) {}
}
