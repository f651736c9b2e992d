package org.salesetl.run;

import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.ledger.RunLock;
import org.salesetl.load.LogContext;
import org.springframework.stereotype.Component;

/** Gives the lease back when a run has ended, whichever step has failed: without that, no other run could begin until the next start. */
@Component
class EndOfRunPolicy extends RoutePolicySupport {

    private final CurrentRun currentRun;
    private final RunLock lease;

    EndOfRunPolicy(CurrentRun currentRun, RunLock lease) {
        this.currentRun = currentRun;
        this.lease = lease;
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        currentRun.end();
        lease.release();
        LogContext.end();
    }
}
