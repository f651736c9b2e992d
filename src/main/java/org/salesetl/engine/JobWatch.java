package org.salesetl.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.load.Claim;
import org.salesetl.load.LoadProgress;
import org.salesetl.split.JudgeJob;

/** Watches how far a job is. Each range leaves two files: one when its keys have been read, and one with its verdicts. */
final class JobWatch {

    private static final int FILES_OF_RANGE = 2;

    private final Path results;
    private final int all;
    private final Claim claim;
    private final Instant since = Instant.now();
    private final LoadProgress progress;
    private final CurrentRun currentRun;
    private long done = -1;

    JobWatch(JudgeJob job, Claim claim, LoadProgress progress, CurrentRun currentRun) {
        this.results = Path.of(job.results());
        this.all = Math.max(1, FILES_OF_RANGE * job.ranges().size());
        this.claim = claim;
        this.progress = progress;
        this.currentRun = currentRun;
    }

    /**
     * Tells how far the job is. The run moves only when the job does, so a cluster that hangs shows as a run that is stuck.
     *
     * @throws org.salesetl.ledger.StoppedFileException if the file was stopped
     */
    void look() throws IOException {
        currentRun.requireNotStopped();
        long now = complete();
        if (now > done) {
            done = now;
            currentRun.requireGoing();
            progress.judging(claim, since, (double) done / all);
        }
    }

    private long complete() throws IOException {
        try (Stream<Path> files = Files.list(results)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(JudgeJob::isComplete)
                    .count();
        }
    }
}
