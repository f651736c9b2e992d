package org.salesetl.bucket;

import static org.salesetl.Diagnosis.ok;
import static org.salesetl.Diagnosis.warning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.salesetl.BucketSettings;
import org.salesetl.Diagnosis;
import org.salesetl.SalesEtlProperties;
import org.salesetl.engine.SparkException;
import org.salesetl.work.WorkFolder;
import org.springframework.util.FileSystemUtils;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Looks whether the bucket or the folder of Hadoop can be read. */
public final class BucketExamination {

    private static final String SUBJECT = "bucket";

    private BucketExamination() {}

    /** Lists one object, or the first files; nothing if there is neither a bucket nor a folder. */
    public static List<Diagnosis> examine(SalesEtlProperties properties) {
        BucketSettings settings = properties.bucket();
        if (!settings.isGiven()) {
            return List.of();
        }
        return List.of(settings.folder() == null ? list(settings) : listFolder(properties));
    }

    private static Diagnosis list(BucketSettings settings) {
        try (S3Client client = Stores.s3(settings)) {
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

    private static Diagnosis listFolder(SalesEtlProperties properties) {
        String words = properties.bucket().words();
        try {
            Path work = Files.createTempDirectory("sales-etl-");
            boolean empty;
            try (HadoopObjects folder = new HadoopObjects(properties, WorkFolder.at(work))) {
                empty = folder.page("").isEmpty();
            }
            // else the log in it says more
            FileSystemUtils.deleteRecursively(work);
            return ok(SUBJECT, words + " can be read" + (empty ? ", and has no file" : ""));
        } catch (IOException | SparkException e) {
            return warning(
                    SUBJECT,
                    words + " cannot be read: " + e.getMessage()
                            + ". Look at sales-etl.bucket.folder, sales-etl.spark.home and .job, and at the configuration of Hadoop, for"
                            + " example HADOOP_CONF_DIR. The service works without the folder.");
        }
    }
}
