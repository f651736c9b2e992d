package org.salesetl.cache;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes all caches of answers. The metrics of the service have each cache under its name. */
@Component
public class AnswerCaches {

    private final MeterRegistry meters;
    private final List<AnswerCache<?, ?>> ofOneVersion = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private volatile @Nullable WarehouseVersion newest;

    AnswerCaches(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * A cache for answers that loads do not change.
     *
     * @param most the largest weight of all answers together; beyond it, the answers that are asked for least are dropped
     * @param weight the weight of one answer
     */
    public <K, V> AnswerCache<K, V> lasting(String name, long most, ToIntFunction<V> weight) {
        AnswerCache<K, V> cache = new AnswerCache<>(most, weight);
        CaffeineCacheMetrics.monitor(meters, cache.answers(), name);
        return cache;
    }

    /** The policy for a part of a route whose answer depends on nothing but the warehouse. */
    public OncePerVersionPolicy oncePerVersion(String name) {
        return new OncePerVersionPolicy(ofOneVersion(name, 1, answer -> 1), body -> name);
    }

    /**
     * The policy for a part of a route whose answer depends on the warehouse and on the body: equal bodies have the same answer.
     *
     * @param most the largest weight of all answers together
     * @param weight the weight of one answer
     */
    @SuppressWarnings("unchecked") // the cache has only answers of the part of a route that has the policy
    public <V> OncePerVersionPolicy oncePerVersionAndBody(String name, long most, ToIntFunction<V> weight) {
        return new OncePerVersionPolicy(
                ofOneVersion(name, most, answer -> weight.applyAsInt((V) answer)), body -> body);
    }

    /**
     * A cache for answers that depend on the warehouse. The key has to have the version of the warehouse; the answers of old versions are
     * dropped.
     *
     * @param most the largest weight of all answers together
     * @param weight the weight of one answer
     */
    public <K, V> AnswerCache<K, V> ofOneVersion(String name, long most, ToIntFunction<V> weight) {
        AnswerCache<K, V> cache = lasting(name, most, weight);
        ofOneVersion.add(cache);
        return cache;
    }

    /**
     * The version in the row of {@code select-version.sql}. If the version is new, the answers of the old version are dropped: nobody
     * asks for them again, and answers that were asked for often would keep new answers out.
     */
    WarehouseVersion note(Map<String, Object> row) {
        WarehouseVersion version = WarehouseVersion.of(row, LocalDate.now(clock));
        if (!version.equals(newest)) {
            dropAnswersOfOtherVersions(version);
        }
        return version;
    }

    /** A caller who finds the new version noted can be sure that no answer of the new version is dropped any more. */
    private synchronized void dropAnswersOfOtherVersions(WarehouseVersion version) {
        if (!version.equals(newest)) {
            ofOneVersion.forEach(AnswerCache::clear);
            newest = version;
        }
    }
}
