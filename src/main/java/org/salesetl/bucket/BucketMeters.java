package org.salesetl.bucket;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Whether objects can be fetched, as metrics. */
@Component
@ConditionalOnProperty("sales-etl.bucket.name")
class BucketMeters {

    BucketMeters(MeterRegistry meters, Bucket bucket) {
        Gauge.builder("sales.etl.bucket.up", bucket, of -> of.away() == null ? 1 : 0)
                .description("Whether the bucket could be read at the last look")
                .register(meters);
        Gauge.builder("sales.etl.bucket.problems", bucket, of -> of.problems().size())
                .description("Objects that could not be fetched at the last look")
                .register(meters);
    }
}
