package org.salesetl.load;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events of a partition that are in one file.
 *
 * @param topic the topic
 * @param partition the number of the partition
 * @param from the offset at which the ledger stood when the file was begun
 * @param to the offset at which the ledger stands when the file has been brought to its end
 * @param events how many events there are, those without a value among them
 * @param newestAt when the newest event was written, as the broker says
 */
public record EventRange(String topic, int partition, long from, long to, int events, Instant newestAt) {

    /** The parameters of the statements about these events. */
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("topic", topic);
        parameters.put("partition", partition);
        parameters.put("fromOffset", from);
        parameters.put("toOffset", to);
        parameters.put("events", events);
        parameters.put("newestAt", newestAt.toEpochMilli());
        return parameters;
    }
}
