package org.salesetl.pipeline;

import static org.salesetl.load.Variables.CLAIM;

import java.time.Duration;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;
import org.jspecify.annotations.Nullable;
import org.salesetl.OutOfMemory;
import org.salesetl.inbox.Drop;
import org.salesetl.inbox.FilesInHand;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.load.Claim;
import org.salesetl.load.LoadMeters;
import org.springframework.stereotype.Component;

/** Limits and measures the time for the work on a file, and remembers the file in case the process does not survive it. */
@Component
class InHandPolicy implements Policy {

    private final CurrentRun currentRun;
    private final FilesInHand filesInHand;
    private final LoadMeters meters;

    InHandPolicy(CurrentRun currentRun, FilesInHand filesInHand, LoadMeters meters) {
        this.currentRun = currentRun;
        this.filesInHand = filesInHand;
        this.meters = meters;
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // nothing to prepare
    }

    /** Ends the process before it could note that it is done with the file: the process does not survive this file. */
    private static void endIfOutOfMemory(@Nullable Throwable failure) {
        if (failure != null) {
            OutOfMemory.endProcessIfCauseOf(failure);
        }
    }

    @Override
    public Processor wrap(Route route, Processor processor) {
        return exchange -> {
            Claim claim = exchange.getVariable(CLAIM, Claim.class);
            Drop drop = claim.drop();
            long begin = System.nanoTime();
            currentRun.beginFile();
            try {
                filesInHand.begin(drop);
                processor.process(exchange);
                endIfOutOfMemory(exchange.getException());
                meters.worked(claim, Duration.ofNanos(System.nanoTime() - begin), exchange.getException() == null);
            } catch (OutOfMemoryError e) {
                endIfOutOfMemory(e);
                throw e;
            } finally {
                filesInHand.end(drop);
                currentRun.endFile();
            }
        };
    }
}
