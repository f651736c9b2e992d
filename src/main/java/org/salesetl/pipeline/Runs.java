package org.salesetl.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.OutOfMemory;
import org.salesetl.intake.HeldBackFileException;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.RunInProgressException;
import org.salesetl.ledger.RunLock;
import org.salesetl.ledger.RunRequest;
import org.salesetl.load.Claim;
import org.salesetl.web.ConflictException;
import org.springframework.stereotype.Component;

/** Opens and closes runs, between routes and ledger statements. */
@Component
class Runs {

    /** What made a run fail at once makes the next one fail too, for a while. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);

    private final RunLock lock;
    private final CurrentRun currentRun;
    private final Clock clock;
    private volatile Instant pausedUntil = Instant.EPOCH;

    Runs(RunLock lock, CurrentRun currentRun, Clock clock) {
        this.lock = lock;
        this.currentRun = currentRun;
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

    /** Notes that a file is loaded and still lies among the claimed ones; nothing is wrong with its numbers. */
    void loadedButNotArchived(Claim claim) {
        claim.run()
                .note(claim.shownName() + " is loaded, but could not be moved to the archive (" + claim.message()
                        + "). It is moved as soon as that is possible.");
    }

    /** Why a file was set aside: it was stopped, or it stopped the service. */
    String whyStopped(Exception failure) {
        String stopped = currentRun.stopped();
        return stopped == null
                ? problem(failure)
                : stopped + ". Nothing of this file was kept; drop it again if it is to be loaded.";
    }

    /** Notes that a file failed. */
    void failed(Claim claim) {
        claim.run().failed(claim.path().getFileName() + ": " + claim.message());
    }

    /** Notes that all of a run failed, and not only one of its files. */
    void failedAsAWhole(Run run, Exception failure) {
        run.failed(problem(failure));
        pausedUntil = clock.instant().plus(PAUSE_AFTER_FAILURE);
    }

    /** Makes sure that there was a run to cancel. */
    void requireCancelled(int asked, Map<String, Object> run) {
        if (asked == 0) {
            throw new ConflictException("Run " + run.get("runId") + " is not going on: there is nothing to cancel");
        }
    }

    /** Notes what a reload goes on without. */
    void noteLeftOut(Run run, List<String> leftOut) {
        if (!leftOut.isEmpty()) {
            run.note("Left out because they are missing or damaged: " + String.join(", ", leftOut));
        }
    }

    /** Ends a reload: without this file it would lose data. */
    void stopReload(Claim claim, Exception failure) {
        // the answers are in the database: a new one does not have them
        String help = failure instanceof HeldBackFileException
                ? " Start the service with sales-etl.date-order=day_first or month_first."
                : "";
        String stopped = currentRun.stopped();
        throw new IllegalStateException(
                claim.archivedAs() + ": "
                        + (stopped == null ? problem(failure) : stopped).transform(Runs::withoutFullStop)
                        + "."
                        + help
                        + " The warehouse is as it was.",
                failure);
    }

    /** What went wrong, in the words of whoever noticed it: routes wrap what their steps throw. */
    String problem(Throwable failure) {
        OutOfMemory.endProcessIfCauseOf(failure);
        Throwable cause = failure;
        while (cause.getCause() != null && isWrapper(cause)) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static boolean isWrapper(Throwable failure) {
        return failure.getClass().getName().startsWith("org.apache.camel.");
    }
}
