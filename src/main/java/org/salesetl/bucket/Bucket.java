package org.salesetl.bucket;

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
import org.salesetl.SteadyClock;
import org.salesetl.inbox.Inbox;
import org.salesetl.outage.DiskRoom;
import org.salesetl.outage.Outage;
import org.salesetl.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** When the service looks into the bucket, as far as there is room, and what came of that. */
@Component
public class Bucket {

    private static final Logger log = LoggerFactory.getLogger(Bucket.class);

    /** So many files may wait in the inbox; the others wait in the bucket. */
    private static final int MOST_WAITING = 100;

    /** So many are told; more would say nothing new. */
    private static final int MOST_PROBLEMS = 20;

    private final BucketSettings settings;
    private final Inbox inbox;
    private final DiskRoom room;
    private final Clock clock;
    private final Clock steady;
    private final Map<String, String> problems = new ConcurrentHashMap<>();
    private volatile Instant next = Instant.MIN;
    private volatile boolean leftSome;
    private volatile @Nullable Instant lookedAt;
    private volatile @Nullable Instant fetchedAt;
    private volatile @Nullable Away away;

    Bucket(
            SalesEtlProperties properties,
            Inbox inbox,
            DiskRoom room,
            Clock clock,
            @Qualifier(SteadyClock.NAME) Clock steady) {
        this.settings = properties.bucket();
        this.inbox = inbox;
        this.room = room;
        this.clock = clock;
        this.steady = steady;
    }

    /** Whether it is time to look: a while after the last look, or as soon as there is room for many that it has left. */
    boolean isDue() {
        return leftSome ? hasRoom(MOST_WAITING / 2) : !steady.instant().isBefore(next) && hasRoom(MOST_WAITING);
    }

    /** Notes that a look begins. */
    void begin() {
        next = steady.instant().plus(settings.every());
        leftSome = false;
    }

    /** Whether the look may fetch the next object; if not, it fetches no later one either. */
    boolean takesMore() {
        leftSome = leftSome || !hasRoom(MOST_WAITING);
        return !leftSome;
    }

    private boolean hasRoom(int most) {
        return inbox.countWaiting() < most && room.shortages().isEmpty();
    }

    /** Whether the disk of the inbox has room for the object; if not, this is a problem of the object. */
    boolean hasRoomFor(ListedObject object) {
        long free = room.freeBytes("inbox");
        if (object.bytes() <= free) {
            return true;
        }
        failed(
                object,
                "the disk of the inbox has room for " + DiskRoom.megabytes(free) + " but the object has "
                        + DiskRoom.megabytes(object.bytes()));
        return false;
    }

    /** Notes that the object lies in the inbox under this name. */
    void fetched(ListedObject object, String name) {
        problems.remove(object.shownKey());
        fetchedAt = clock.instant();
        log.info("The object {} ({} bytes) is fetched as {}", object.shownKey(), object.bytes(), name);
    }

    /** Notes that this object could not be fetched; the next look tries again. */
    void failed(ListedObject object, String why) {
        String words = firstLine(why);
        if (problems.containsKey(object.shownKey()) || problems.size() < MOST_PROBLEMS) {
            if (!words.equals(problems.put(object.shownKey(), words))) {
                log.warn("The object {} cannot be fetched yet: {}", object.shownKey(), words);
            }
        }
    }

    /** Notes that the bucket has answered, and which objects are to be fetched. */
    void answered(List<ListedObject> wanted) {
        if (away != null) {
            log.info("The bucket {} can be read again", settings.name());
        }
        away = null;
        lookedAt = clock.instant();
        Set<String> keys = wanted.stream().map(ListedObject::shownKey).collect(Collectors.toSet());
        problems.keySet().retainAll(keys);
    }

    /** Notes that a look could not come to its end. The database and the disks tell of themselves. */
    void away(Exception failure) {
        if (Outage.of(failure) == null) {
            Away before = away;
            String why =
                    firstLine(NestedExceptionUtils.getMostSpecificCause(failure).toString());
            away = new Away(before == null ? clock.instant() : before.since(), why);
            if (before == null) {
                log.warn(
                        "Nothing can be fetched from the bucket {} ({}); its objects wait there", settings.name(), why);
            }
        }
    }

    private static String firstLine(String words) {
        return Text.visible(words.lines().findFirst().orElse(""));
    }

    /** The name of the bucket; null if there is none. */
    public @Nullable String name() {
        return settings.isGiven() ? settings.name() : null;
    }

    /** When this instance last looked into the bucket; null before the first time. */
    public @Nullable Instant lookedAt() {
        return lookedAt;
    }

    /** When this instance last fetched an object; null if none since its start. */
    public @Nullable Instant fetchedAt() {
        return fetchedAt;
    }

    /** Why nothing can be fetched; null if all is well, or nobody has tried. */
    public @Nullable Away away() {
        return away;
    }

    /** Why single objects are not fetched, by their keys; twenty at most. */
    public Map<String, String> problems() {
        return Map.copyOf(problems);
    }

    /**
     * That nothing can be fetched.
     *
     * @param since when that began
     * @param why what failed, as others say it
     */
    public record Away(Instant since, String why) {}
}
