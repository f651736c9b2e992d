package org.salesetl.pipeline;

import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;
import org.salesetl.intake.Drop;
import org.salesetl.intake.FilesInHand;
import org.salesetl.ledger.CurrentRun;
import org.springframework.stereotype.Component;

/** What is done with a file is done in a limited time, and is remembered in case the process does not survive it. */
@Component
class InHandPolicy implements Policy {

    private final CurrentRun currentRun;
    private final FilesInHand filesInHand;

    InHandPolicy(CurrentRun currentRun, FilesInHand filesInHand) {
        this.currentRun = currentRun;
        this.filesInHand = filesInHand;
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // nothing to prepare
    }

    @Override
    public Processor wrap(Route route, Processor processor) {
        return exchange -> {
            Drop drop = exchange.getVariable("drop", Drop.class);
            currentRun.beginFile();
            try {
                filesInHand.begin(drop);
                processor.process(exchange);
            } finally {
                filesInHand.end(drop);
                currentRun.endFile();
            }
        };
    }
}
