package org.salesetl.run;

import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;
import org.salesetl.ledger.RunLock;
import org.springframework.stereotype.Component;

/** Does something short only if no run goes on. A run of this instance that is asked for meanwhile is not refused, and begins afterwards. */
@Component
class WhileFreePolicy implements Policy {

    private final RunLock lock;

    WhileFreePolicy(RunLock lock) {
        this.lock = lock;
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // nothing to prepare
    }

    @Override
    public Processor wrap(Route route, Processor processor) {
        return exchange -> lock.whileFree(() -> {
            try {
                processor.process(exchange);
            } catch (Exception e) {
                exchange.setException(e);
            }
        });
    }
}
