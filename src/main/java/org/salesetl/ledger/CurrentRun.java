package org.salesetl.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.bulk.LoadConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The run of this instance that is going on, and what can stop it: somebody who cancels it, and the time that a file may take.
 *
 * <p>What reads asks {@link #requireGoing} now and then. A statement that the database works on is stopped there.
 */
@Component
public class CurrentRun {

    private final Clock clock;
    private final Duration fileTimeLimit;
    private final Runnable stopStatement;
    private @Nullable Run run;
    private @Nullable Instant fileSince;
    private @Nullable String stopped;

    @Autowired
    CurrentRun(Clock clock, SalesEtlProperties properties, LoadConnection connection) {
        this(clock, properties, connection::stop);
    }

    /** A run whose statements are stopped in another way. */
    CurrentRun(Clock clock, SalesEtlProperties properties, Runnable stopStatement) {
        this.clock = clock;
        this.fileTimeLimit = properties.fileTimeLimit();
        this.stopStatement = stopStatement;
    }

    /** A run begins. */
    public synchronized void begin(Run beginning) {
        run = beginning;
        stopped = null;
        fileSince = null;
    }

    /** The run has ended. */
    public synchronized void end() {
        run = null;
        fileSince = null;
    }

    /** The run comes to another file: that the one before took too long does not concern it. */
    public synchronized void nextFile() {
        Run going = run;
        if (going != null && !going.isCancelled()) {
            stopped = null;
        }
    }

    /** The time of the file begins, once more if its load does. */
    public synchronized void beginFile() {
        requireGoing();
        fileSince = clock.instant();
    }

    /** The time of the file ends, well or not. */
    public synchronized void endFile() {
        fileSince = null;
    }

    /**
     * Cancels the run, if it is this one; what it has not committed is undone.
     *
     * @param by who wants that
     * @return whether it is this one
     */
    public boolean cancel(int runId, String by) {
        synchronized (this) {
            Run going = run;
            if (going == null || going.id() != runId) {
                return false;
            }
            if (!going.isCancelled()) {
                going.cancel(by);
                stopped = "The run was cancelled by " + by;
            }
        }
        stopStatement.run();
        return true;
    }

    /** Cancels the run, if this is the one that somebody has asked another instance to cancel. */
    void cancelIfAsked(@Nullable Integer runId) {
        if (runId != null) {
            cancel(runId, "somebody who looked at another instance");
        }
    }

    /** Stops the file in hand if it takes too long. */
    void watchTime() {
        synchronized (this) {
            Instant since = fileSince;
            if (stopped != null || since == null || clock.instant().isBefore(since.plus(fileTimeLimit))) {
                return;
            }
            stopped = "The file took longer than sales-etl.file-time-limit allows, which is "
                    + fileTimeLimit.toMinutes() + " minutes";
        }
        stopStatement.run();
    }

    /**
     * Makes sure that the run may go on with its file.
     *
     * @throws StoppedFileException if it may not
     */
    public synchronized void requireGoing() {
        if (stopped != null) {
            throw new StoppedFileException(stopped);
        }
    }

    /** Why the file in hand was stopped; null if it was not. */
    public synchronized @Nullable String stopped() {
        return stopped;
    }
}
