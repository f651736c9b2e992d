package org.salesetl.pipeline;

import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    void failed(Run run, String message) {
        run.failed(message);
    }

    Map<String, Object> closingParameters(Run run) {
        return Map.of("runId", run.id(), "outcome", run.outcome(), "message", run.message());
    }
}
