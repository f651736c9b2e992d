package org.salesetl.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a topic is loaded, by all instances.
 *
 * @param topic its name
 * @param loaded the sum of the positions of the ledger in all partitions
 * @param lag how many events wait to be loaded
 * @param perSecond how many events a second were loaded lately
 * @param newestAt when the newest event that is loaded was written; null if none is
 */
public record TopicReading(
        String topic,
        long loaded,
        long lag,
        double perSecond,
        @Nullable Instant newestAt) {

    /** The rate for people. */
    public long roundedPerSecond() {
        return Math.round(perSecond);
    }
}
