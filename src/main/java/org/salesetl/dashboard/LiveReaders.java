package org.salesetl.dashboard;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The open pages, each of which holds a connection and no thread. They let go before the server stops. */
@Component
class LiveReaders implements SmartLifecycle {

    /** A connection that nobody reads from any more is noticed then at the latest; a page opens a new one. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /** Proxies and sleeping machines close connections on which nothing happens. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    /** Each holds one of the server's connections, of which there are 8,192. */
    private static final int MOST = 1_000;

    private final Set<SseEmitter> readers = ConcurrentHashMap.newKeySet();
    private volatile String last = "";
    private volatile Instant sent = Instant.EPOCH;
    private volatile boolean running;

    /** A page opens a connection. */
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
            // a page whose connection ends opens a new one after some seconds: so all of them hear something now and
            // then
            readers.stream().findAny().filter(readers::remove).ifPresent(SseEmitter::complete);
        }
        readers.add(reader);
        // it does not know yet what the others know
        last = "";
        return reader;
    }

    /** Whether anybody wants to know. */
    boolean areThere() {
        return !readers.isEmpty();
    }

    /** Tells every page that nothing can be told now, since the database is away. */
    void tellAway(String words) {
        if (!words.equals(last)) {
            last = words;
            readers.removeIf(reader -> !hears(reader, "away", words));
        }
    }

    /** Tells every page what has changed; nothing, unless it has or all has been silent for long. */
    void tell(String state) {
        if (state.equals(last) && sent.plus(SILENCE).isAfter(Instant.now())) {
            return;
        }
        last = state;
        sent = Instant.now();
        readers.removeIf(reader -> !hears(reader, "state", state));
    }

    /** Whether somebody is still there. */
    private static boolean hears(SseEmitter reader, String event, String data) {
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
