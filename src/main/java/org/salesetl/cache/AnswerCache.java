package org.salesetl.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.ToIntFunction;

/**
 * What has been worked out, for whoever asks again. However many ask for the same at once, the first works it out and the
 * others wait for it. What fails is not kept: it fails for those who waited, and the next to ask tries again.
 *
 * @param <K> what is asked for
 * @param <V> the answer, which everybody shares: it must never change
 */
public final class AnswerCache<K, V> {

    private final AsyncCache<K, V> answers;

    /**
     * @param most the weight of all answers together, beyond which those are forgotten that are asked for least
     * @param weight of one answer
     */
    AnswerCache(long most, ToIntFunction<V> weight) {
        this.answers = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((K key, V answer) -> weight.applyAsInt(answer))
                .recordStats()
                .buildAsync();
    }

    /** The answer that is known, or that somebody is working out, or else this one. */
    public V recall(K key, Callable<V> workOut) throws Exception {
        CompletableFuture<V> own = new CompletableFuture<>();
        CompletableFuture<V> first = answers.get(key, (same, executor) -> own);
        return first == own ? answer(key, own, workOut) : await(first);
    }

    private V answer(K key, CompletableFuture<V> own, Callable<V> workOut) throws Exception {
        try {
            V answer = workOut.call();
            own.complete(answer);
            return answer;
        } catch (Throwable failure) {
            // before anybody hears of it, so that whoever asks again does not meet it again
            answers.asMap().remove(key, own);
            own.completeExceptionally(failure);
            throw failure;
        }
    }

    private V await(CompletableFuture<V> first) throws Exception {
        try {
            return first.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    void forget() {
        answers.synchronous().invalidateAll();
    }

    AsyncCache<K, V> answers() {
        return answers;
    }
}
