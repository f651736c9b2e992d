package org.salesetl.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * People who look at pages, charts and figures: each asks for one after the other, and looks at it for a while.
 *
 * <p>They go on until they are closed.
 */
final class Readers implements AutoCloseable {

    private static final List<String> ADDRESSES = Stream.of(
                    Stream.of("/", "/analytics", "/etl"),
                    Api.METRICS.stream().map(slug -> "/charts/" + slug + ".png"),
                    Api.METRICS.stream().map(slug -> "/api/metrics/" + slug))
            .flatMap(addresses -> addresses)
            .toList();

    private final Api api;
    private final Duration pause;
    private final ExecutorService threads;
    private final List<CompletableFuture<Void>> people = new ArrayList<>();
    private final List<Double> seconds = Collections.synchronizedList(new ArrayList<>());
    private final List<String> errors = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean done;

    private Readers(Api api, int count, Duration pause) {
        this.api = api;
        this.pause = pause;
        this.threads = Executors.newFixedThreadPool(count);
        for (int i = 0; i < count; i++) {
            int first = i;
            Duration delay = pause.multipliedBy(i).dividedBy(count);
            people.add(CompletableFuture.runAsync(() -> read(first, delay), threads));
        }
    }

    static Readers start(Api api, int count, Duration pause) {
        return new Readers(api, count, pause);
    }

    /** How long the answers took. */
    Timings timings() {
        synchronized (seconds) {
            return new Timings(seconds);
        }
    }

    /** What was no answer. */
    List<String> errors() {
        synchronized (errors) {
            return List.copyOf(errors);
        }
    }

    /** Waits for the last answers. */
    @Override
    public void close() {
        done = true;
        people.forEach(CompletableFuture::join);
        threads.shutdown();
    }

    private void read(int first, Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
            for (int i = first; !done; i++) {
                get(ADDRESSES.get(i % ADDRESSES.size()));
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void get(String path) throws InterruptedException {
        try {
            long started = System.nanoTime();
            int status = api.get(path).statusCode();
            double took = Api.secondsSince(started);
            if (status == 200) {
                seconds.add(took);
            } else {
                errors.add(path + " answered " + status);
            }
        } catch (IOException e) {
            errors.add(path + ": " + e);
        }
    }
}
