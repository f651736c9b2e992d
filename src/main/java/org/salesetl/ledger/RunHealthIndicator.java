package org.salesetl.ledger;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether the run of this instance moves, if a run is going on. */
@Component
class RunHealthIndicator extends AbstractHealthIndicator {

    private final CurrentRun currentRun;

    RunHealthIndicator(CurrentRun currentRun) {
        super("The run cannot be looked at");
        this.currentRun = currentRun;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        if (currentRun.isStuck()) {
            builder.down().withDetail("moved", currentRun.idle().toMinutes() + " minutes ago");
        }
    }
}
