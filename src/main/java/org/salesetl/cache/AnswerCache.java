package org.salesetl.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.ToIntFunction;

/**
 * Keeps answers for callers who ask the same question again. If many callers ask the same question at once, the first caller computes
 * the answer, and the others wait. A failure is not kept: all callers who wait get the exception, and the next caller tries again.
 *
 * @param <K> the question
 * @param <V> the answer, which must be immutable because all callers share it
 */
public final class AnswerCache<K, V> {

    private final AsyncCache<K, V> answers;

    /**
     * @param most the largest weight of all answers together; beyond it, the answers that are asked for least are dropped
     * @param weight the weight of one answer
     */
    AnswerCache(long most, ToIntFunction<V> weight) {
        this.answers = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((K key, V answer) -> weight.applyAsInt(answer))
                .recordStats()
                .buildAsync();
    }

    /**
     * The answer to a question.
     *
     * @param compute computes the answer, if no caller has computed it and no caller is computing it now
     */
    public V get(K key, Callable<V> compute) throws Exception {
        CompletableFuture<V> own = new CompletableFuture<>();
        CompletableFuture<V> first = answers.get(key, (same, executor) -> own);
        return first == own ? answer(key, own, compute) : await(first);
    }

    private V answer(K key, CompletableFuture<V> own, Callable<V> compute) throws Exception {
        try {
            V answer = compute.call();
            own.complete(answer);
            return answer;
        } catch (Throwable failure) {
            // first remove the failure, so that a caller who gets the exception and asks again does not find it
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

    void clear() {
        answers.synchronous().invalidateAll();
    }

    AsyncCache<K, V> answers() {
        return answers;
    }
}
