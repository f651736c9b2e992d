package org.salesetl.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.SteadyClock;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.ledger.Rereading;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.RunInProgressException;
import org.salesetl.ledger.RunLock;
import org.salesetl.ledger.RunRequest;
import org.salesetl.pipeline.Failures;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Opens and closes runs, for the routes and the statements of the ledger. */
@Component
class Runs {

    /** The cause of a failed run often makes the next run fail too, so new files start no run for a while. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);

    private final RunLock lock;
    private final CurrentRun currentRun;
    private final Failures failures;
    private final Clock clock;
    private volatile Instant pausedUntil = Instant.EPOCH;

    Runs(RunLock lock, CurrentRun currentRun, Failures failures, @Qualifier(SteadyClock.NAME) Clock clock) {
        this.lock = lock;
        this.currentRun = currentRun;
        this.failures = failures;
        this.clock = clock;
    }

    /** Whether new files may start a run: no run goes on, and none has failed just now. */
    boolean mayStart() {
        return lock.isFree() && !clock.instant().isBefore(pausedUntil);
    }

    /** Begins a run; its number is that in the ledger. */
    Run opened(RunRequest request, Number id) {
        Run run = new Run(id.intValue(), request);
        currentRun.begin(run);
        return run;
    }

    /**
     * Refuses a run because another one goes on. The number of that run is null for the instant between another instance's lease
     * and its entry.
     */
    void refuse(@Nullable Integer runningRun) {
        throw new RunInProgressException(runningRun == null ? 0 : runningRun);
    }

    /**
     * Notes that a run has ended, or could not begin, so that it does not block the next one. Does nothing if another run has begun since.
     *
     * @param run the run; null if it could not begin
     */
    void ended(@Nullable Run run) {
        if (run != null && currentRun.isAnother(run)) {
            return;
        }
        currentRun.end();
        lock.release();
    }

    /** Notes that the whole run failed, and not only one of its files. */
    void failedAsAWhole(Run run, Exception failure) {
        run.failed(failures.problem(failure));
        pausedUntil = clock.instant().plus(PAUSE_AFTER_FAILURE);
    }

    /**
     * Notes what a reload does in another way, and the files that it leaves out.
     *
     * @param deleted how many files it leaves out because retention has deleted them
     */
    void noteReload(Run run, List<String> leftOut, int deleted) {
        Rereading rereading = run.request().rereading();
        if (rereading != null) {
            run.note(rereading.words());
        }
        if (deleted > 0) {
            run.note("Left out because retention has deleted them: " + deleted + (deleted == 1 ? " file" : " files"));
        }
        if (!leftOut.isEmpty()) {
            run.note("Left out because they are missing or damaged: " + String.join(", ", leftOut));
        }
    }
}
