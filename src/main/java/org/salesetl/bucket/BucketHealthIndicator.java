package org.salesetl.bucket;

import java.util.Map;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Whether objects can be fetched. The service is ready without them. */
@Component
@Conditional(OnBucket.class)
class BucketHealthIndicator extends AbstractHealthIndicator {

    private final Bucket bucket;

    BucketHealthIndicator(Bucket bucket) {
        super("The bucket cannot be looked at");
        this.bucket = bucket;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        Bucket.Away away = bucket.away();
        if (away != null) {
            builder.down().withDetail("awaySince", away.since().toString()).withDetail("why", away.why());
        }
        Map<String, String> problems = bucket.problems();
        if (!problems.isEmpty()) {
            builder.down().withDetail("problems", problems);
        }
    }
}
