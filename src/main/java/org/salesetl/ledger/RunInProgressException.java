package org.salesetl.ledger;

import org.salesetl.web.ConflictException;

/** A run was asked for while another one is going on, here or in another instance on the same database. */
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
