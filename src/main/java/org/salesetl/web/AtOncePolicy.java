package org.salesetl.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;

/**
 * A bulkhead: only a few exchanges are inside {@code policy(…)} at once, in all routes that share it. (The throttle of Camel counts
 * for each route by itself.)
 */
final class AtOncePolicy implements Policy {

    private final int most;
    private final Duration patience;
    private final String what;
    private final Semaphore permits;

    /**
     * @param most how many are inside at once
     * @param patience how long one waits outside, before it fails with a {@link BusyException}
     * @param what is inside, for whoever is turned away: {@code requests}
     */
    AtOncePolicy(int most, Duration patience, String what) {
        this.most = most;
        this.patience = patience;
        this.what = what;
        this.permits = new Semaphore(most, true);
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // nothing to prepare
    }

    @Override
    public Processor wrap(Route route, Processor processor) {
        return exchange -> {
            if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BusyException(
                        "Expected at most " + most + " " + what + " at once but found one more: try again in a moment");
            }
            try {
                processor.process(exchange);
            } finally {
                permits.release();
            }
        };
    }
}
