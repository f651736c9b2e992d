package org.salesetl.bucket;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.salesetl.BucketSettings;
import org.salesetl.SalesEtlProperties;
import org.salesetl.inbox.FolderDrop;
import org.salesetl.inbox.Inbox;
import org.springframework.stereotype.Component;

/**
 * Looks for new objects, and drops them into the inbox. A failure of one object alone lets the others go on; any other failure ends the look,
 * so that no later correction overtakes what it corrects.
 */
@Component
class Fetch {

    private final BucketSettings settings;
    private final int mostParts;
    private final StoredObjects stored;
    private final FetchedObjects fetched;
    private final Bucket bucket;
    private final Inbox inbox;

    Fetch(SalesEtlProperties properties, StoredObjects stored, FetchedObjects fetched, Bucket bucket, Inbox inbox) {
        this.settings = properties.bucket();
        this.mostParts = properties.unpack().mostEntries();
        this.stored = stored;
        this.fetched = fetched;
        this.bucket = bucket;
        this.inbox = inbox;
    }

    /** What nobody has fetched, the oldest first. */
    List<Delivery> look() throws IOException {
        Look look = new Look();
        while (look.goesOn()) {
            List<ListedObject> page = stored.page(look.after());
            look.take(page, fetched.unknown(page));
        }
        List<Delivery> wanted = new ArrayList<>(look.single());
        List<Delivery> incomplete = new ArrayList<>(look.incomplete());
        for (String folder : look.complete()) {
            TableInParts table = new TableInParts(folder, stored.folder(folder, mostParts));
            (table.isComplete() ? wanted : incomplete).add(table.delivery());
        }
        wanted.sort(Delivery.OLDEST_FIRST);
        bucket.answered(wanted, incomplete);
        return wanted;
    }

    /**
     * Drops an object, or the parts of a table, into the inbox.
     *
     * @throws IOException if the content breaks off, or the disk has no room any more
     */
    void fetch(Delivery delivery) throws IOException {
        if (!bucket.hasRoomFor(delivery)) {
            return;
        }
        if (delivery.objects().size() > mostParts) {
            bucket.failed(
                    delivery,
                    "expected at most " + mostParts + " parts (sales-etl.unpack.most-entries) but found more");
            return;
        }
        try {
            if (delivery.isInParts()) {
                dropParts(delivery);
            } else {
                dropObject(delivery, delivery.objects().get(0));
            }
        } catch (ObjectException e) {
            bucket.failed(delivery, String.valueOf(e.getMessage()));
            return;
        }
        fetched.enter(delivery.objects());
    }

    private void dropObject(Delivery delivery, ListedObject object) throws IOException {
        stored.read(
                object,
                content -> bucket.fetched(
                        delivery, inbox.drop(delivery.fileName(settings.prefix()), content, delivery.modifiedAt())));
    }

    private void dropParts(Delivery delivery) throws IOException {
        try (FolderDrop folder = inbox.dropParts()) {
            for (ListedObject part : delivery.objects()) {
                stored.read(part, content -> folder.write(part.name(), content));
            }
            bucket.fetched(delivery, folder.drop(delivery.fileName(settings.prefix()), delivery.modifiedAt()));
        }
    }
}
