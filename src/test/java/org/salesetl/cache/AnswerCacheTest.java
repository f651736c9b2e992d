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

    private final AnswerCache<String, String> memory = new AnswerCache<>(1_000, String::length);
    private final AtomicInteger timesWorkedOut = new AtomicInteger();
    private final CountDownLatch mayFinish = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    @Test
    void worksOutOnceWhatManyAskForAtOnce() throws Exception {
        List<FutureTask<String>> clients = askAtOnce(() -> "Paris");

        mayFinish.countDown();

        for (FutureTask<String> client : clients) {
            assertThat(client.get()).isEqualTo("Paris");
        }
        assertThat(memory.recall("city", () -> "Lyon")).isEqualTo("Paris");
        assertThat(timesWorkedOut).hasValue(1);
    }

    @Test
    void failsForWhoWaitedAndTriesAgainForTheNext() throws Exception {
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
        assertThat(timesWorkedOut).hasValue(1);
        assertThat(memory.recall("city", () -> "Lyon")).isEqualTo("Lyon");
    }

    @Test
    void letsNobodyWaitForAnotherQuestion() throws Exception {
        List<FutureTask<String>> clients = askAtOnce(() -> "Paris");

        for (int question = 0; question < 1_000; question++) {
            assertThat(memory.recall("question " + question, () -> "x")).isEqualTo("x");
        }

        assertThat(clients).noneMatch(FutureTask::isDone);
        mayFinish.countDown();
        assertThat(clients.get(0).get()).isEqualTo("Paris");
    }

    @Test
    void keepsNoMoreThanItsWeight() throws Exception {
        for (int question = 0; question < 100; question++) {
            memory.recall("question " + question, () -> "x".repeat(100));
        }

        memory.answers().synchronous().cleanUp();

        assertThat(memory.answers().synchronous().asMap()).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void givesAnAnswerThatIsTooHeavyToKeep() throws Exception {
        assertThat(memory.recall("all", () -> "x".repeat(5_000))).hasSize(5_000);
    }

    @Test
    void worksOutAnewWhatItForgot() throws Exception {
        memory.recall("city", () -> "Paris");

        memory.forget();

        assertThat(memory.recall("city", () -> "Lyon")).isEqualTo("Lyon");
    }

    /** Returns when one client is working the answer out, and all others wait for it. */
    private List<FutureTask<String>> askAtOnce(Callable<String> answer) {
        List<FutureTask<String>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            FutureTask<String> task = new FutureTask<>(() -> memory.recall("city", () -> {
                timesWorkedOut.incrementAndGet();
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
