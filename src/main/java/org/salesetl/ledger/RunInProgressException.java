package org.salesetl.ledger;

import org.salesetl.web.ConflictException;

/** Somebody asked for a run while another run is going on, in this instance or in another instance on the same database. */
public class RunInProgressException extends ConflictException {

    private final int runId;

    /** @param runId the run that is going on; 0 if none is entered yet, or the service deletes old things */
    public RunInProgressException(int runId) {
        super(
                runId == 0
                        ? "The service is busy for a moment. Try again."
                        : "Run " + runId + " is still going on. Wait until it has finished, then try again.",
                "/api/etl/runs/" + runId);
        this.runId = runId;
    }

    /** The run that is going on. */
    public int runId() {
        return runId;
    }
}
