package org.salesetl.event;

import java.time.Instant;
import java.util.List;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Whether events can be read. The service is ready without them. */
@Component
@Conditional(TopicsAreRead.class)
class KafkaHealthIndicator extends AbstractHealthIndicator {

    private final Readings readings;

    KafkaHealthIndicator(Readings readings) {
        super("Kafka cannot be looked at");
        this.readings = readings;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        Instant since = readings.awaySince();
        if (since != null) {
            builder.down().withDetail("awaySince", since.toString());
        }
        List<String> problems = readings.problems();
        if (!problems.isEmpty()) {
            builder.down().withDetail("problems", problems);
        }
    }
}
