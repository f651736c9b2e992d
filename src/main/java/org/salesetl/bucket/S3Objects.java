package org.salesetl.bucket;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.salesetl.BucketSettings;
import org.springframework.beans.factory.ObjectProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The objects of a bucket of a store with the protocol of S3.
 *
 * <p>camel-aws2-s3 cannot be used here. It takes a key as an expression, so whoever may put an object there could run code. It also asks for
 * the bucket when it starts, so the service would not start without the store.
 */
class S3Objects implements StoredObjects {

    /** The object is not for us, is gone, or somebody has replaced it. */
    private static final Set<Integer> OF_OBJECT = Set.of(403, 404, 412);

    private final BucketSettings settings;
    private final ObjectProvider<S3Client> client;

    S3Objects(BucketSettings settings, ObjectProvider<S3Client> client) {
        this.settings = settings;
        this.client = client;
    }

    @Override
    public List<ListedObject> page(String after) {
        return list(request -> request.prefix(settings.prefix()).marker(after))
                .map(S3Objects::listed)
                .toList();
    }

    @Override
    public List<ListedObject> folder(String key, int most) {
        String prefix = key.isEmpty() ? "" : key + "/";
        List<ListedObject> found = new ArrayList<>();
        String after = "";
        while (found.size() <= most) {
            String last = after;
            List<S3Object> page = list(request ->
                            request.prefix(prefix).delimiter("/").marker(last))
                    .toList();
            if (page.isEmpty()) {
                break;
            }
            page.stream()
                    .filter(object -> object.key().startsWith(settings.prefix()))
                    .map(S3Objects::listed)
                    .forEach(found::add);
            after = page.get(page.size() - 1).key();
        }
        return found;
    }

    private Stream<S3Object> list(Consumer<ListObjectsRequest.Builder> wanted) {
        return client
                .getObject()
                .listObjects(request -> wanted.accept(request.bucket(settings.name())))
                .contents()
                .stream();
    }

    private static ListedObject listed(S3Object object) {
        return new ListedObject(object.key(), object.eTag(), object.size(), object.lastModified());
    }

    @Override
    public void read(ListedObject object, Reader reader) throws IOException {
        ResponseInputStream<GetObjectResponse> content = open(object);
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

    private ResponseInputStream<GetObjectResponse> open(ListedObject object) {
        try {
            return client.getObject()
                    .getObject(request ->
                            request.bucket(settings.name()).key(object.key()).ifMatch(object.version()));
        } catch (S3Exception e) {
            if (OF_OBJECT.contains(e.statusCode())) {
                throw new ObjectException(String.valueOf(e.getMessage()), e);
            }
            throw e;
        }
    }
}
