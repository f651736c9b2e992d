package org.salesetl.run;

import static org.salesetl.load.Variables.RUN;

import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.salesetl.ledger.Run;
import org.salesetl.load.LogContext;
import org.springframework.stereotype.Component;

/** Gives the lease back when a run has ended, whichever step has failed: without that, no other run could begin until the next start. */
@Component
class EndOfRunPolicy extends RoutePolicySupport {

    private final Runs runs;

    EndOfRunPolicy(Runs runs) {
        this.runs = runs;
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        runs.ended(exchange.getVariable(RUN, Run.class));
        LogContext.end();
    }
}
