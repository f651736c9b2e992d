package org.salesetl.cache;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/** Every cache of answers, each measured under its name. */
@Component
public class AnswerCaches {

    private final MeterRegistry meters;
    private final List<AnswerCache<?, ?>> ofOneVersion = new CopyOnWriteArrayList<>();
    private volatile WarehouseVersion newest = new WarehouseVersion(0, null, 0);

    AnswerCaches(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * For answers that stay right whatever is loaded.
     *
     * @param most the weight of all answers together, beyond which those are forgotten that are asked for least
     * @param weight of one answer
     */
    public <K, V> AnswerCache<K, V> lasting(String name, long most, ToIntFunction<V> weight) {
        AnswerCache<K, V> cache = new AnswerCache<>(most, weight);
        CaffeineCacheMetrics.monitor(meters, cache.answers(), name);
        return cache;
    }

    /** For a part of a route whose answer depends on the warehouse alone. */
    public OncePerVersionPolicy oncePerVersion(String name) {
        return new OncePerVersionPolicy(ofOneVersion(name, 1, answer -> 1), body -> name);
    }

    /**
     * For a part of a route whose answer depends on the warehouse and on the body that comes in: equal bodies have one answer.
     *
     * @param most the weight of all answers together
     * @param weight of one answer
     */
    public <V> OncePerVersionPolicy oncePerVersionAndBody(String name, long most, ToIntFunction<V> weight) {
        return new OncePerVersionPolicy(ofOneVersion(name, most, weight), body -> body);
    }

    @SuppressWarnings("unchecked") // only the policy's own part of a route puts anything in
    private <V> AnswerCache<Object, Object> ofOneVersion(String name, long most, ToIntFunction<V> weight) {
        AnswerCache<Object, Object> cache = lasting(name, most, answer -> weight.applyAsInt((V) answer));
        ofOneVersion.add(cache);
        return cache;
    }

    /**
     * The version in the row of {@code select-version.sql}. Answers of another one are dropped: nobody asks for them again,
     * and those that were asked for often would be in the way of new ones.
     */
    WarehouseVersion note(Map<String, Object> row) {
        WarehouseVersion version = WarehouseVersion.of(row);
        if (!version.equals(newest)) {
            newest = version;
            ofOneVersion.forEach(AnswerCache::forget);
        }
        return version;
    }
}
