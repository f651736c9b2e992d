package org.salesetl.ledger;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Whether this instance still loads files, or has to be replaced by one of a newer version. It is ready all the same: it goes on to answer
 * until the newer one does.
 */
@Component
class NewerVersionHealthIndicator extends AbstractHealthIndicator {

    private final NewerVersion newer;

    NewerVersionHealthIndicator(NewerVersion newer) {
        super("The version of the tables cannot be looked at");
        this.newer = newer;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        if (newer.hasCome()) {
            builder.outOfService()
                    .withDetail("expected", "the newer version of the service that has changed the tables");
        }
    }
}
