package org.salesetl.bucket;

import static org.salesetl.Diagnosis.ok;
import static org.salesetl.Diagnosis.warning;

import java.util.List;
import org.salesetl.BucketSettings;
import org.salesetl.Diagnosis;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Looks whether the bucket can be read. */
public final class BucketExamination {

    private static final String SUBJECT = "bucket";

    private BucketExamination() {}

    /** Lists one object; nothing if there is no bucket. */
    public static List<Diagnosis> examine(BucketSettings settings) {
        return settings.isGiven() ? List.of(list(settings)) : List.of();
    }

    private static Diagnosis list(BucketSettings settings) {
        try (S3Client client = BucketClient.of(settings)) {
            boolean empty = client.listObjects(request -> request.bucket(settings.name())
                            .prefix(settings.prefix())
                            .maxKeys(1))
                    .contents()
                    .isEmpty();
            return ok(
                    SUBJECT,
                    settings.name() + " can be read"
                            + (empty ? ", and has no object" : "")
                            + (empty && !settings.prefix().isEmpty() ? " under " + settings.prefix() : ""));
        } catch (SdkException e) {
            return warning(
                    SUBJECT,
                    settings.name() + " cannot be read: " + e.getMessage()
                            + ". Look at sales-etl.bucket.name, .region and .endpoint, and at the credentials, for example"
                            + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. The service works without the bucket.");
        }
    }
}
