package org.salesetl.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.BucketSettings;
import org.salesetl.SalesEtlProperties;
import org.salesetl.inbox.Inbox;
import org.salesetl.outage.DiskRoom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Puts objects into the inbox, as far as there is room, and knows what went wrong. */
@Component
public class Bucket {

    private static final Logger log = LoggerFactory.getLogger(Bucket.class);

    /** So many files may wait in the inbox; the others wait in the bucket. */
    private static final int MOST_WAITING = 100;

    private final BucketSettings settings;
    private final Inbox inbox;
    private final DiskRoom room;
    private final Clock clock;
    private final Map<String, String> problems = new ConcurrentHashMap<>();
    private volatile Instant next = Instant.MIN;
    private volatile boolean leftSome;
    private volatile @Nullable Instant lookedAt;
    private volatile @Nullable Instant fetchedAt;
    private volatile @Nullable Instant awaySince;

    Bucket(SalesEtlProperties properties, Inbox inbox, DiskRoom room, Clock clock) {
        this.settings = properties.bucket();
        this.inbox = inbox;
        this.room = room;
        this.clock = clock;
    }

    /** Whether it is time to look: a while after the last look, or as soon as there is room for what that look has left. */
    boolean isDue() {
        return (leftSome || !clock.instant().isBefore(next)) && hasRoom();
    }

    /** Notes that a look begins. */
    void begin() {
        next = clock.instant().plus(settings.every());
        leftSome = false;
    }

    /** Whether the next object may be fetched; if not, it is left for the next look. */
    boolean takesMore() {
        boolean takes = hasRoom();
        leftSome |= !takes;
        return takes;
    }

    /** Whether the inbox takes more files now. */
    boolean hasRoom() {
        return inbox.countWaiting() < MOST_WAITING && room.shortages().isEmpty();
    }

    /**
     * Drops the object into the inbox.
     *
     * @throws IOException if the disk has no room for the object, or the content breaks off
     */
    void drop(ListedObject object, InputStream content) throws IOException {
        requireRoom(object);
        String name = inbox.drop(object.fileName(settings.prefix()), content, object.modifiedAt());
        problems.remove(object.key());
        fetchedAt = clock.instant();
        log.info("The object {} ({} bytes) is fetched as {}", object.key(), object.bytes(), name);
    }

    private void requireRoom(ListedObject object) throws IOException {
        long free = room.freeBytes("inbox");
        if (object.bytes() > free) {
            throw new IOException("the disk of the inbox has room for " + megabytes(free) + " but the object has "
                    + megabytes(object.bytes()));
        }
    }

    private static String megabytes(long bytes) {
        return DataSize.ofBytes(bytes).toMegabytes() + " MB";
    }

    /** Notes that the object could not be fetched; the next look tries again. */
    void failed(ListedObject object, Exception failure) {
        String words = cause(failure);
        if (!words.equals(problems.put(object.key(), words))) {
            log.warn("The object {} cannot be fetched yet: {}", object.key(), words);
        }
    }

    /** Notes that the bucket has answered, and which objects are to be fetched. */
    void answered(List<ListedObject> wanted) {
        if (awaySince != null) {
            log.info("The bucket {} can be read again", settings.name());
        }
        awaySince = null;
        lookedAt = clock.instant();
        Set<String> keys = wanted.stream().map(ListedObject::key).collect(Collectors.toSet());
        problems.keySet().retainAll(keys);
    }

    /** Notes that the bucket could not be looked at. */
    void away(Exception failure) {
        if (awaySince == null) {
            awaySince = clock.instant();
            log.warn("The bucket {} cannot be read ({}); its objects wait there", settings.name(), cause(failure));
        }
    }

    private static String cause(Exception failure) {
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage())
                .lines()
                .findFirst()
                .orElse(failure.getClass().getSimpleName());
    }

    /** The name of the bucket; null if there is none. */
    public @Nullable String name() {
        return settings.isGiven() ? settings.name() : null;
    }

    /** When the service last looked into the bucket; null before the first time. */
    public @Nullable Instant lookedAt() {
        return lookedAt;
    }

    /** When this instance last fetched an object; null if none since its start. */
    public @Nullable Instant fetchedAt() {
        return fetchedAt;
    }

    /** Since when the bucket cannot be read; null if it can, or nobody has tried. */
    public @Nullable Instant awaySince() {
        return awaySince;
    }

    /** Why objects are not fetched, by their keys. */
    public Map<String, String> problems() {
        return Map.copyOf(problems);
    }
}
