package org.salesetl.bucket;

import java.time.Clock;
import java.time.Duration;
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
import org.springframework.util.StringUtils;

/** When the service looks into the bucket or the folder of Hadoop, as far as there is room, and what came of that. */
@Component
public class Bucket {

    private static final Logger log = LoggerFactory.getLogger(Bucket.class);

    /** So many files may wait in the inbox; the others wait in the bucket. */
    private static final int MOST_WAITING = 100;

    /** So many are told; more would say nothing new. */
    private static final int MOST_PROBLEMS = 20;

    /** How long a program may take to write the parts of a table until somebody is told. */
    private static final Duration LONGEST_WRITING = Duration.ofMinutes(10);

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

    /**
     * Whether the disk of the inbox has room for the object; if not, this is a problem of the object. Parts need room for the file that they make, too, and
     * files of Hadoop are first copied into the data folder, which may be on the same disk.
     */
    boolean hasRoomFor(Delivery object) {
        int copies = 1 + (object.isInParts() ? 1 : 0) + (settings.folder() == null ? 0 : 1);
        long free = settings.folder() == null
                ? room.freeBytes("inbox")
                : Math.min(room.freeBytes("inbox"), room.freeBytes("data"));
        free /= copies;
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
    void fetched(Delivery object, String name) {
        problems.remove(object.shownKey());
        fetchedAt = clock.instant();
        log.info("The object {} ({} bytes) is fetched as {}", object.shownKey(), object.bytes(), name);
    }

    /** Notes that this object could not be fetched; the next look tries again. */
    void failed(Delivery object, String why) {
        String words = firstLine(why);
        if (problems.containsKey(object.shownKey()) || problems.size() < MOST_PROBLEMS) {
            if (!words.equals(problems.put(object.shownKey(), words))) {
                log.warn("The object {} cannot be fetched yet: {}", object.shownKey(), words);
            }
        }
    }

    /**
     * Notes that the bucket has answered.
     *
     * @param wanted what is to be fetched
     * @param incomplete the parts that wait until they are complete
     */
    void answered(List<Delivery> wanted, List<Delivery> incomplete) {
        if (away != null) {
            log.info("{} can be read again", StringUtils.capitalize(settings.words()));
        }
        away = null;
        lookedAt = clock.instant();
        Set<String> keys = wanted.stream().map(Delivery::shownKey).collect(Collectors.toSet());
        List<Delivery> forgotten = incomplete.stream()
                .filter(parts -> parts.modifiedAt().plus(LONGEST_WRITING).isBefore(clock.instant()))
                .sorted(Delivery.OLDEST_FIRST)
                .toList();
        // one for all: the problems of other objects have to be seen, too
        forgotten.stream().limit(1).map(Delivery::shownKey).forEach(keys::add);
        problems.keySet().retainAll(keys);
        forgotten.stream().limit(1).forEach(parts -> failed(parts, waitingWords(forgotten.size() - 1)));
    }

    private static String waitingWords(int others) {
        return "its parts (part-00000 and so on) wait for an object named _SUCCESS beside them that is as new as they are"
                + (others == 0 ? "" : "; so do the parts of other folders: " + others);
    }

    /** Notes that a look could not come to its end. The database and the disks tell of themselves. */
    void away(Exception failure) {
        if (Outage.of(failure) == null) {
            Away before = away;
            String why =
                    firstLine(NestedExceptionUtils.getMostSpecificCause(failure).toString());
            away = new Away(before == null ? clock.instant() : before.since(), why);
            if (before == null) {
                log.warn("Nothing can be fetched from {} ({}); its objects wait there", settings.words(), why);
            }
        }
    }

    private static String firstLine(String words) {
        return Text.visible(words.lines().findFirst().orElse(""));
    }

    /** The name of the bucket, or the folder; null if there is none. */
    public @Nullable String name() {
        return settings.isGiven() ? settings.place() : null;
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
