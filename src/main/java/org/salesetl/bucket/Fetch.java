package org.salesetl.bucket;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.salesetl.BucketSettings;
import org.salesetl.SalesEtlProperties;
import org.salesetl.inbox.Inbox;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Looks for new objects, and drops them into the inbox. A failure of one object alone lets the others go on; any other failure ends the look,
 * so that no later correction overtakes what it corrects.
 */
@Component
class Fetch {

    /** The object is not for us, is gone, or somebody has replaced it. */
    private static final Set<Integer> OF_OBJECT = Set.of(403, 404, 412);

    private final BucketSettings settings;
    private final StoredObjects stored;
    private final FetchedObjects fetched;
    private final Bucket bucket;
    private final Inbox inbox;

    Fetch(SalesEtlProperties properties, StoredObjects stored, FetchedObjects fetched, Bucket bucket, Inbox inbox) {
        this.settings = properties.bucket();
        this.stored = stored;
        this.fetched = fetched;
        this.bucket = bucket;
        this.inbox = inbox;
    }

    /** The objects that nobody has fetched, the oldest first. */
    List<ListedObject> look() {
        Look look = new Look();
        while (look.goesOn()) {
            List<ListedObject> page = stored.page(look.after());
            look.take(page, fetched.unknown(page));
        }
        List<ListedObject> wanted = look.wanted();
        bucket.answered(wanted);
        return wanted;
    }

    /**
     * Drops the object into the inbox.
     *
     * @throws IOException if the content breaks off, or the disk has no room any more
     */
    void fetch(ListedObject object) throws IOException {
        if (!bucket.hasRoomFor(object)) {
            return;
        }
        try {
            stored.read(
                    object,
                    content -> bucket.fetched(
                            object, inbox.drop(object.fileName(settings.prefix()), content, object.modifiedAt())));
        } catch (S3Exception e) {
            if (!OF_OBJECT.contains(e.statusCode())) {
                throw e;
            }
            bucket.failed(object, String.valueOf(e.getMessage()));
            return;
        }
        fetched.enter(object);
    }
}
