package org.salesetl.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SteadyClock;
import org.salesetl.bulk.LoadConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The current run of this instance. Two things can stop the run: somebody cancels the run, or a file takes longer than it may.
 *
 * <p>Code that reads a file calls {@link #requireGoing} now and then. If the database is working on a statement, the statement is
 * stopped.
 */
@Component
public class CurrentRun {

    private static final Logger log = LoggerFactory.getLogger(CurrentRun.class);

    private final Clock clock;
    private final Duration fileTimeLimit;
    private final Duration stuckAfter;
    private final Runnable stopStatement;
    private @Nullable Run run;
    private @Nullable Instant fileSince;
    private Instant movedAt = Instant.EPOCH;
    private boolean toldStuck;
    private @Nullable String stopped;

    @Autowired
    CurrentRun(@Qualifier(SteadyClock.NAME) Clock clock, SalesEtlProperties properties, LoadConnection connection) {
        this(clock, properties, connection::stop);
    }

    /** @param stopStatement stops the statement that the database is working on, if there is one */
    CurrentRun(Clock clock, SalesEtlProperties properties, Runnable stopStatement) {
        this.clock = clock;
        this.fileTimeLimit = properties.fileTimeLimit();
        this.stuckAfter = properties.stuckAfter();
        this.stopStatement = stopStatement;
    }

    /** Notes that a run begins. */
    public synchronized void begin(Run beginning) {
        run = beginning;
        stopped = null;
        fileSince = null;
        movedAt = clock.instant();
    }

    /** Notes that the run has ended. */
    public synchronized void end() {
        run = null;
        fileSince = null;
    }

    /** Notes that the run turns to the next file. If the file before took too long, that does not stop the next file. */
    public synchronized void nextFile() {
        movedAt = clock.instant();
        Run going = run;
        if (going != null && !going.isCancelled()) {
            stopped = null;
        }
    }

    /** Starts the time of the file. If the load of the file is tried again, the time starts again. */
    public synchronized void beginFile() {
        requireGoing();
        fileSince = clock.instant();
    }

    /** Stops the time of the file, whether or not the file has loaded. */
    public synchronized void endFile() {
        fileSince = null;
        movedAt = clock.instant();
    }

    /**
     * Cancels the current run if it has this number. Changes that the run has not committed are undone.
     *
     * @param by the name of the user who cancels the run
     * @return whether the current run has this number
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

    /**
     * Cancels the current run if somebody has asked another instance to cancel it.
     *
     * @param runId the run that is to be cancelled; null if there is none
     */
    void cancelIfAsked(@Nullable Integer runId) {
        if (runId != null) {
            cancel(runId, "somebody who looked at another instance");
        }
    }

    /** Stops the current file if it takes too long. */
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

    /** Whether another run than this one is going on. */
    public synchronized boolean isAnother(Run ended) {
        return run != null && run != ended;
    }

    /** Whether a run is going on. */
    public synchronized boolean isGoing() {
        return run != null;
    }

    /** Whether a run is going on that has not moved for so long that somebody should look at it. */
    public synchronized boolean isStuck() {
        return idle().compareTo(stuckAfter) >= 0 && run != null;
    }

    /** Says once in the log that the run is stuck. */
    synchronized void tellIfStuck() {
        Run going = run;
        boolean stuck = isStuck();
        if (stuck && !toldStuck && going != null) {
            log.warn(
                    "Run {} has moved nothing for {} minutes; if the database does not work on a large file, cancel the run on the"
                            + " page /etl",
                    going.id(),
                    idle().toMinutes());
        }
        toldStuck = stuck;
    }

    /**
     * How long the run has given no sign that it moves: it has read no chunk, begun and ended no file, and heard nothing new from a
     * cluster. Zero if no run is going on.
     */
    public synchronized Duration idle() {
        return run == null ? Duration.ZERO : Duration.between(movedAt, clock.instant());
    }

    /**
     * Makes sure that the run may go on with the current file, which also shows that it moves.
     *
     * @throws StoppedFileException if the file was stopped
     */
    public synchronized void requireGoing() {
        movedAt = clock.instant();
        requireNotStopped();
    }

    /**
     * Makes sure that the run may go on with the current file, for code that waits: it does not show that the run moves.
     *
     * @throws StoppedFileException if the file was stopped
     */
    public synchronized void requireNotStopped() {
        if (stopped != null) {
            throw new StoppedFileException(stopped);
        }
    }

    /** Why the current file was stopped; null if it was not stopped. */
    public synchronized @Nullable String stopped() {
        return stopped;
    }
}
