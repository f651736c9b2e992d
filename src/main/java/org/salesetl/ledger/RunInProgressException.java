package org.salesetl.ledger;

import org.salesetl.web.ConflictException;

/** Somebody asked for a run while another run is going on, in this instance or in another instance on the same database. */
public class RunInProgressException extends ConflictException {

    private final int runId;

    public RunInProgressException(int runId) {
        super(
                "Run " + runId + " is still going on. Wait until it has finished, then try again.",
                "/api/etl/runs/" + runId);
        this.runId = runId;
    }

    /** The run that is going on. */
    public int runId() {
        return runId;
    }
}
