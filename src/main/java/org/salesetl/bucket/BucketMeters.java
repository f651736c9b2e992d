package org.salesetl.bucket;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Whether objects can be fetched, as metrics. */
@Component
@Conditional(OnBucket.class)
class BucketMeters {

    BucketMeters(MeterRegistry meters, Bucket bucket) {
        Gauge.builder("sales.etl.bucket.up", bucket, of -> of.away() == null ? 1 : 0)
                .description("Whether the last look into the bucket came to its end")
                .register(meters);
        Gauge.builder("sales.etl.bucket.problems", bucket, of -> of.problems().size())
                .description("Single objects that could not be fetched")
                .register(meters);
    }
}
