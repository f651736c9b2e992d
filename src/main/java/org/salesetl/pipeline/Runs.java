package org.salesetl.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.intake.HeldBackFileException;
import org.salesetl.intake.Untaken;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.RunInProgressException;
import org.salesetl.ledger.RunLock;
import org.salesetl.ledger.RunRequest;
import org.springframework.stereotype.Component;

/** Opens and closes runs, between routes and ledger statements. */
@Component
class Runs {

    private final RunLock lock;

    Runs(RunLock lock) {
        this.lock = lock;
    }

    Map<String, Object> parameters(RunRequest request) {
        return Map.of(
                "trigger", request.trigger().label(), "mode", request.mode().label());
    }

    Run opened(int id, RunRequest request) {
        return new Run(id, request);
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

    /** Notes that a file, or all of the run, failed. */
    void failed(Run run, @Nullable Path file, String problem) {
        run.failed(file == null ? problem : file + ": " + problem);
    }

    /** Notes what lies in the inbox and is not taken: that is no failure, but somebody has to know. */
    void note(Run run, List<Untaken> untaken) {
        untaken.forEach(file -> run.noted(file.words()));
    }

    /** Ends a reload: without this file it would lose data. */
    void stopReload(String archivedAs, Exception failure) {
        // the answers are in the database: a new one does not have them
        String help = failure instanceof HeldBackFileException
                ? " Start the service with sales-etl.date-order=day_first or month_first."
                : "";
        throw new IllegalStateException(
                archivedAs + ": " + problem(failure).transform(Runs::withoutFullStop) + "." + help
                        + " The warehouse is as it was.",
                failure);
    }

    /** What went wrong, in the words of whoever noticed it: routes wrap what their steps throw. */
    String problem(Throwable failure) {
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

    Map<String, Object> closingParameters(Run run) {
        return Map.of("runId", run.id(), "outcome", run.outcome(), "message", run.message());
    }
}
