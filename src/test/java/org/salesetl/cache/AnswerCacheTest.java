package org.salesetl.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {

    private static final int CLIENTS = 50;

    private final AnswerCache<String, String> cache = new AnswerCache<>(1_000, String::length);
    private final AtomicInteger timesComputed = new AtomicInteger();
    private final CountDownLatch mayFinish = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    @Test
    void computesAnAnswerOnceForManyCallersAtOnce() throws Exception {
        List<FutureTask<String>> clients = askAtOnce(() -> "Paris");

        mayFinish.countDown();

        for (FutureTask<String> client : clients) {
            assertThat(client.get()).isEqualTo("Paris");
        }
        assertThat(cache.get("city", () -> "Lyon")).isEqualTo("Paris");
        assertThat(timesComputed).hasValue(1);
    }

    @Test
    void failsForAllCallersWhoWaitAndTriesAgainForTheNextCaller() throws Exception {
        List<FutureTask<String>> clients = askAtOnce(() -> {
            throw new IllegalStateException("no database");
        });

        mayFinish.countDown();

        for (FutureTask<String> client : clients) {
            assertThatThrownBy(client::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("no database");
        }
        assertThat(timesComputed).hasValue(1);
        assertThat(cache.get("city", () -> "Lyon")).isEqualTo("Lyon");
    }

    @Test
    void answersAQuestionWhileAnotherAnswerIsBeingComputed() throws Exception {
        List<FutureTask<String>> clients = askAtOnce(() -> "Paris");

        for (int question = 0; question < 1_000; question++) {
            assertThat(cache.get("question " + question, () -> "x")).isEqualTo("x");
        }

        assertThat(clients).noneMatch(FutureTask::isDone);
        mayFinish.countDown();
        assertThat(clients.get(0).get()).isEqualTo("Paris");
    }

    @Test
    void keepsNoMoreThanTheLargestWeight() throws Exception {
        for (int question = 0; question < 100; question++) {
            cache.get("question " + question, () -> "x".repeat(100));
        }

        cache.answers().synchronous().cleanUp();

        assertThat(cache.answers().synchronous().asMap()).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void returnsAnAnswerThatIsTooHeavyToKeep() throws Exception {
        assertThat(cache.get("all", () -> "x".repeat(5_000))).hasSize(5_000);
    }

    @Test
    void computesAnswersAgainAfterTheyWereDropped() throws Exception {
        cache.get("city", () -> "Paris");

        cache.clear();

        assertThat(cache.get("city", () -> "Lyon")).isEqualTo("Lyon");
    }

    /** Returns when one client is computing the answer, and all other clients wait for the answer. */
    private List<FutureTask<String>> askAtOnce(Callable<String> answer) {
        List<FutureTask<String>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            FutureTask<String> task = new FutureTask<>(() -> cache.get("city", () -> {
                timesComputed.incrementAndGet();
                mayFinish.await();
                return answer.call();
            }));
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            thread.start();
            clients.add(task);
            threads.add(thread);
        }
        await().until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        return clients;
    }
}
