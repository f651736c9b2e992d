package org.salesetl.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How far topics are loaded, and whether the broker answers. */
@Component
public class Readings {

    private static final Logger log = LoggerFactory.getLogger(Readings.class);

    /** Rates are over this time. */
    private static final Duration WINDOW = Duration.ofSeconds(20);

    private final Clock clock;
    private final Map<EventPartition, String> problems = new ConcurrentHashMap<>();
    private final Map<String, String> unmapped = new ConcurrentHashMap<>();
    private final Deque<Look> looks = new ArrayDeque<>();
    private volatile List<TopicReading> topics = List.of();
    private volatile @Nullable Instant awaySince;

    Readings(Clock clock) {
        this.clock = clock;
    }

    /**
     * Notes how far topics are loaded.
     *
     * @param positions where the ledger stands
     * @param ends the ends of all partitions
     */
    synchronized void looked(Map<EventPartition, EventLedger.Position> positions, Map<EventPartition, Long> ends) {
        if (awaySince != null) {
            log.info("Kafka answers again");
        }
        awaySince = null;
        Instant now = clock.instant();
        Map<String, TopicReading> found = new TreeMap<>();
        ends.forEach((partition, end) -> {
            EventLedger.Position position = positions.get(partition);
            long loaded = position == null ? 0 : position.offset();
            found.merge(
                    partition.topic(),
                    new TopicReading(
                            partition.topic(),
                            loaded,
                            Math.max(0, end - loaded),
                            0,
                            position == null ? null : position.newestAt()),
                    Readings::together);
        });
        Look earlier = looks.peekFirst();
        topics = found.values().stream()
                .map(topic -> earlier == null ? topic : withRate(topic, earlier, now))
                .toList();
        looks.addLast(new Look(now, Map.copyOf(found)));
        while (!looks.isEmpty() && looks.getFirst().at().isBefore(now.minus(WINDOW))) {
            looks.removeFirst();
        }
    }

    private static TopicReading together(TopicReading one, TopicReading other) {
        Instant newest = one.newestAt() == null
                        || (other.newestAt() != null && other.newestAt().isAfter(one.newestAt()))
                ? other.newestAt()
                : one.newestAt();
        return new TopicReading(one.topic(), one.loaded() + other.loaded(), one.lag() + other.lag(), 0, newest);
    }

    private static TopicReading withRate(TopicReading topic, Look earlier, Instant now) {
        TopicReading before = earlier.topics().get(topic.topic());
        long millis = Duration.between(earlier.at(), now).toMillis();
        double rate =
                before == null || millis <= 0 ? 0 : Math.max(0, topic.loaded() - before.loaded()) * 1_000.0 / millis;
        return new TopicReading(topic.topic(), topic.loaded(), topic.lag(), rate, topic.newestAt());
    }

    /** Notes that the broker does not answer. */
    synchronized void away(Exception failure) {
        if (awaySince == null) {
            awaySince = clock.instant();
            log.warn("Kafka does not answer ({}); events wait there", failure.getMessage());
        }
    }

    /** Notes that the topic has fewer events than are loaded: somebody has made it anew. */
    void ahead(EventPartition partition, long position, long end) {
        String words = partition + ": expected the topic whose events up to offset " + position
                + " are loaded but found one that ends at " + end + "; its events are not read";
        if (!words.equals(problems.put(partition, words))) {
            log.error(words);
        }
    }

    /** Notes that there is no mapping of the name that the configuration gives for the topic. */
    void withoutMapping(String topic, String mapping) {
        String words = topic + ": expected a mapping named \"" + mapping
                + "\" but there is none; until there is one, the columns" + " of the events decide how they are read";
        if (!words.equals(unmapped.put(topic, words))) {
            log.error(words);
        }
    }

    /** Notes that there is the mapping that the configuration names for the topic. */
    void mapped(String topic) {
        unmapped.remove(topic);
    }

    /** Notes that the partition can be read. */
    void inOrder(EventPartition partition) {
        problems.remove(partition);
    }

    /** Notes that another instance reads these partitions. */
    void gone(Collection<EventPartition> partitions) {
        problems.keySet().removeAll(partitions);
    }

    /** Since when the broker does not answer; null if it does, or has not been asked. */
    @Nullable
    Instant awaySince() {
        return awaySince;
    }

    /** Why partitions are not read, or not as they should be. */
    List<String> problems() {
        return Stream.concat(problems.values().stream(), unmapped.values().stream())
                .sorted()
                .toList();
    }

    /** How far each topic is loaded; none if no topic is read, or the broker has not answered yet. */
    public List<TopicReading> topics() {
        return topics;
    }

    /** What was seen at a time. */
    private record Look(Instant at, Map<String, TopicReading> topics) {}
}
