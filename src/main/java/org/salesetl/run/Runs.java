package org.salesetl.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.RunInProgressException;
import org.salesetl.ledger.RunLock;
import org.salesetl.ledger.RunRequest;
import org.salesetl.pipeline.Failures;
import org.springframework.stereotype.Component;

/** Opens and closes runs, between routes and ledger statements. */
@Component
class Runs {

    /** What made a run fail at once makes the next one fail too, for a while. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);

    private final RunLock lock;
    private final CurrentRun currentRun;
    private final Failures failures;
    private final Clock clock;
    private volatile Instant pausedUntil = Instant.EPOCH;

    Runs(RunLock lock, CurrentRun currentRun, Failures failures, Clock clock) {
        this.lock = lock;
        this.currentRun = currentRun;
        this.failures = failures;
        this.clock = clock;
    }

    /** Whether what has come in may start a run by itself: none is going on, and none has failed just now. */
    boolean mayStart() {
        return lock.isFree() && !clock.instant().isBefore(pausedUntil);
    }

    /** Begins a run that has this number in the ledger. */
    Run opened(RunRequest request, Number id) {
        Run run = new Run(id.intValue(), request);
        currentRun.begin(run);
        return run;
    }

    /** The run's number is not known for the instant between another instance's lock and its entry. */
    void refuse(@Nullable Integer runningRun) {
        throw new RunInProgressException(runningRun == null ? 0 : runningRun);
    }

    /** A run that never began must not block the next one. */
    void giveUp(Exception cause) {
        lock.release();
        throw new IllegalStateException("The run could not be entered into the ledger", cause);
    }

    /** Notes that all of a run failed, and not only one of its files. */
    void failedAsAWhole(Run run, Exception failure) {
        run.failed(failures.problem(failure));
        pausedUntil = clock.instant().plus(PAUSE_AFTER_FAILURE);
    }

    /** Notes what a reload goes on without. */
    void noteLeftOut(Run run, List<String> leftOut) {
        if (!leftOut.isEmpty()) {
            run.note("Left out because they are missing or damaged: " + String.join(", ", leftOut));
        }
    }
}
