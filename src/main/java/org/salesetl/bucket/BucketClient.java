package org.salesetl.bucket;

import org.salesetl.BucketSettings;
import org.salesetl.SalesEtlProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The client of the object store. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("sales-etl.bucket.name")
class BucketClient {

    @Bean
    static S3Client objectStore(SalesEtlProperties properties) {
        return of(properties.bucket());
    }

    /** A client for the bucket of these settings, which looks for its credentials at its first request. */
    static S3Client of(BucketSettings settings) {
        S3ClientBuilder client = S3Client.builder().region(Region.of(settings.regionOrAny()));
        if (settings.endpoint() != null) {
            // not every store outside of AWS has a name for each bucket
            client.endpointOverride(settings.endpoint()).forcePathStyle(true);
        }
        return client.build();
    }
}
