package org.salesetl.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;

/**
 * Allows only a few exchanges inside {@code policy(…)} at once, in all routes that share the policy together. (The throttle of Camel
 * counts the exchanges of each route separately.)
 */
final class AtOncePolicy implements Policy {

    private final int most;
    private final Duration patience;
    private final String what;
    private final Semaphore permits;

    /**
     * @param most the largest number of exchanges inside at once
     * @param patience how long an exchange waits until it fails with a {@link BusyException}
     * @param what a word for the exchanges in the message of that exception, for example {@code requests}
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
