package org.salesetl.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AnswerCachesTest {

    private static final int CLIENTS = 8;
    private static final int VERSIONS = 2_000;

    private final AnswerCaches caches = new AnswerCaches(new SimpleMeterRegistry(), Clock.systemUTC());

    @Test
    void dropTheAnswersOfTheOldVersionAndNeverThoseOfTheNewVersion() throws Exception {
        AnswerCache<Object, Object> cache = cache();
        AtomicInteger computed = new AtomicInteger();
        CyclicBarrier start = new CyclicBarrier(CLIENTS);
        Callable<Void> client = () -> {
            for (int version = 1; version <= VERSIONS; version++) {
                start.await();
                WarehouseVersion noted = caches.note(row(version));
                cache.get(noted, computed::incrementAndGet);
            }
            return null;
        };

        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<Void>> clients = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            clients.add(threads.submit(client));
        }
        for (Future<Void> finished : clients) {
            finished.get();
        }
        threads.shutdown();

        assertThat(computed).hasValue(VERSIONS);
        assertThat(cache.answers().asMap()).hasSize(1);
    }

    private AnswerCache<Object, Object> cache() {
        return caches.<Object, Object>ofOneVersion("answers", 1_000, answer -> 1);
    }

    private static Map<String, Object> row(int file) {
        Map<String, Object> row = new HashMap<>();
        row.put("file_id", file);
        row.put("loaded_at", LocalDateTime.of(2026, 1, 1, 0, 0));
        row.put("dismissal_id", 0);
        row.put("forgotten_id", 0);
        row.put("reload_id", 0);
        return row;
    }
}
