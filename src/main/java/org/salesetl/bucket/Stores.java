package org.salesetl.bucket;

import org.salesetl.BucketSettings;
import org.salesetl.SalesEtlProperties;
import org.salesetl.work.WorkFolder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The store that the configuration names: one with the protocol of S3, or a file system of Hadoop. */
@Configuration(proxyBeanMethods = false)
class Stores {

    @Bean
    static StoredObjects storedObjects(
            SalesEtlProperties properties, WorkFolder work, ObjectProvider<S3Client> client) {
        return properties.bucket().folder() == null
                ? new S3Objects(properties.bucket(), client)
                : new HadoopObjects(properties, work);
    }

    @Bean
    @ConditionalOnProperty("sales-etl.bucket.name")
    static S3Client objectStore(SalesEtlProperties properties) {
        return s3(properties.bucket());
    }

    /** A client for the bucket of these settings, which looks for its credentials at its first request. */
    static S3Client s3(BucketSettings settings) {
        S3ClientBuilder client = S3Client.builder().region(Region.of(settings.regionOrAny()));
        if (settings.endpoint() != null) {
            // not every store outside of AWS has a name for each bucket
            client.endpointOverride(settings.endpoint()).forcePathStyle(true);
        }
        return client.build();
    }
}
