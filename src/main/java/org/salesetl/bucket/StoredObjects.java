package org.salesetl.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.salesetl.BucketSettings;
import org.salesetl.SalesEtlProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The objects of the bucket, as the store has them.
 *
 * <p>camel-aws2-s3 cannot be used here. It takes a key as an expression, so whoever may put an object there could run code. It also asks for
 * the bucket when it starts, so the service would not start without the store.
 */
@Component
class StoredObjects {

    private final BucketSettings settings;
    private final ObjectProvider<S3Client> client;

    StoredObjects(SalesEtlProperties properties, ObjectProvider<S3Client> client) {
        this.settings = properties.bucket();
        this.client = client;
    }

    /** The next objects in the order of their keys, a thousand at most; none after the last one. */
    List<ListedObject> page(String after) {
        return client
                .getObject()
                .listObjects(request -> request.bucket(settings.name())
                        .prefix(settings.prefix())
                        .marker(after))
                .contents()
                .stream()
                .map(object -> new ListedObject(object.key(), object.eTag(), object.size(), object.lastModified()))
                .toList();
    }

    /** Reads the content of the object, if nobody has replaced it meanwhile. */
    void read(ListedObject object, Reader reader) throws IOException {
        ResponseInputStream<GetObjectResponse> content = client.getObject()
                .getObject(request ->
                        request.bucket(settings.name()).key(object.key()).ifMatch(object.version()));
        boolean complete = false;
        try {
            reader.read(content);
            complete = true;
        } finally {
            if (complete) {
                content.close();
            } else {
                // a close would read the rest
                content.abort();
            }
        }
    }

    /** Reads a content to its end. */
    interface Reader {
        void read(InputStream content) throws IOException;
    }
}
