package org.salesetl.dashboard;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The connections of open pages. A connection needs no thread. All connections are closed before the server stops. */
@Component
class LiveReaders implements SmartLifecycle {

    /** The longest time that a connection stays open, so that a connection without a reader ends. A page opens a new connection. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** The longest time without an event, because proxies close connections on which nothing happens. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    /** The largest number of open pages. Each page uses one of the 8,192 connections of the server. */
    private static final int MOST = 1_000;

    private final Set<SseEmitter> readers = ConcurrentHashMap.newKeySet();
    private volatile String last = "";
    private volatile long sentAt = System.nanoTime();
    private volatile boolean running;

    /** Opens a connection for a page. */
    SseEmitter open() {
        SseEmitter reader = new SseEmitter(LONGEST.toMillis());
        if (!running) {
            reader.complete();
            return reader;
        }
        reader.onCompletion(() -> readers.remove(reader));
        reader.onTimeout(reader::complete);
        reader.onError(error -> readers.remove(reader));
        if (readers.size() >= MOST) {
            // a page whose connection is closed opens a new one after a few seconds, so all pages get events from time
            // to
            // time
            readers.stream().findAny().filter(readers::remove).ifPresent(SseEmitter::complete);
        }
        readers.add(reader);
        // send the state again, because the new page does not have it
        last = "";
        return reader;
    }

    /** Whether a page is open. */
    boolean isAnyOpen() {
        return !readers.isEmpty();
    }

    /** Tells all pages that the database does not answer. */
    void tellAway(String words) {
        if (!words.equals(last)) {
            last = words;
            readers.removeIf(reader -> !send(reader, "away", words));
        }
    }

    /** Sends the state to all pages, if the state has changed or the last event was long ago. */
    void tell(String state) {
        if (state.equals(last) && System.nanoTime() - sentAt < SILENCE.toNanos()) {
            return;
        }
        last = state;
        sentAt = System.nanoTime();
        readers.removeIf(reader -> !send(reader, "state", state));
    }

    /** Sends an event; false if the page is closed. */
    private static boolean send(SseEmitter reader, String event, String data) {
        try {
            reader.send(SseEmitter.event().name(event).data(data));
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        readers.forEach(SseEmitter::complete);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
