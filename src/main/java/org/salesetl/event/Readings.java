package org.salesetl.event;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How far this instance is behind the events of its partitions, and whether the broker answers. */
@Component
class Readings {

    private static final Logger log = LoggerFactory.getLogger(Readings.class);

    private final Clock clock;
    private final Map<EventPartition, Long> lags = new ConcurrentHashMap<>();
    private final Map<EventPartition, String> problems = new ConcurrentHashMap<>();
    private volatile @Nullable Instant awaySince;
    private volatile @Nullable Instant lookedAt;

    Readings(Clock clock) {
        this.clock = clock;
    }

    /** Notes how many events of each partition are not loaded. */
    void looked(Map<EventPartition, Long> found) {
        Instant since = awaySince;
        if (since != null) {
            log.info("Kafka answers again");
        }
        awaySince = null;
        lookedAt = clock.instant();
        lags.keySet().retainAll(found.keySet());
        lags.putAll(found);
    }

    /** Notes that the broker does not answer. */
    void away(Exception failure) {
        if (awaySince == null) {
            awaySince = clock.instant();
            log.warn("Kafka does not answer ({}); events wait there", failure.getMessage());
        }
    }

    /** Notes that the topic has fewer events than are loaded: somebody has made it anew. */
    void ahead(EventPartition partition, long position, long end) {
        String words = partition + ": expected the topic whose events up to " + position
                + " are loaded but found one that ends at " + end + ". Its events are not read";
        if (!words.equals(problems.put(partition, words))) {
            log.error(words);
        }
    }

    /** Notes that the partition can be read. */
    void inOrder(EventPartition partition) {
        problems.remove(partition);
    }

    /** Notes that another instance reads these partitions. */
    void gone(Collection<EventPartition> partitions) {
        lags.keySet().removeAll(partitions);
        problems.keySet().removeAll(partitions);
    }

    /** Since when the broker does not answer; null if it does, or has not been asked. */
    @Nullable
    Instant awaySince() {
        return awaySince;
    }

    /** When the broker has answered last; null if it never has. */
    @Nullable
    Instant lookedAt() {
        return lookedAt;
    }

    /** Why partitions are not read. */
    List<String> problems() {
        return problems.values().stream().sorted().toList();
    }

    /** How many events of each topic wait to be loaded, in the partitions of this instance. */
    Map<String, Long> lags() {
        Map<String, Long> byTopic = new TreeMap<>();
        lags.forEach((partition, lag) -> byTopic.merge(partition.topic(), lag, Long::sum));
        return byTopic;
    }
}
