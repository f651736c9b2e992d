package org.salesetl.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads the key figures all the time, and notes each answer that shows a part of a file, or fewer sales than an answer before. */
final class Reader implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final long PRICE_OF_A_SALE = 5;

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> wrong = new ArrayList<>();
    private final Scene scene;
    private final Thread thread;
    private volatile boolean reads = true;
    private final AtomicInteger answers = new AtomicInteger();

    Reader(Scene scene) {
        this.scene = scene;
        this.thread = new Thread(this::read, "reader");
        thread.start();
    }

    private void read() {
        long most = 0;
        while (reads) {
            try {
                for (ServiceProcess service : scene.services()) {
                    HttpResponse<String> answer = service.get("/api/key-figures");
                    if (answer.statusCode() == 200) {
                        answers.incrementAndGet();
                        most = check(most, answer.body());
                    }
                }
                Signals.pause(PAUSE);
            } catch (IOException e) {
                // the service is away
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized long check(long most, String answer) throws IOException {
        JsonNode revenue = json.readTree(answer).findPath("revenue");
        long sales = revenue.asLong() / PRICE_OF_A_SALE;
        if (revenue.isMissingNode() || sales % (DroppedFiles.SALES / 2) != 0 || sales < most) {
            wrong.add(answer + " after " + most + " sales");
        }
        return Math.max(sales, most);
    }

    /** How many answers were read. */
    int answers() {
        return answers.get();
    }

    /** The answers that no reader may see. */
    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    @Override
    public void close() {
        reads = false;
        thread.interrupt();
    }
}
