package org.salesetl.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.salesetl.faults.Signals.pause;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.TestFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A steady load for {@code faults.soak} minutes: each round brings a corrected copy of the same sales, a file that cannot be read, and
 * clients who ask for pages. What the service uses in the last quarter of the time must not be more than in the second quarter.
 */
@Tag("campaign")
class SoakTest {

    private static final Logger log = LoggerFactory.getLogger(SoakTest.class);
    private static final Path HOME = TestFolder.of("soak").toAbsolutePath();
    private static final Duration TIME = Duration.ofMinutes(Integer.getInteger("faults.soak", 120));
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final Duration ASKING = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int CLIENTS = 5;
    private static final int SALES = 2_000;
    private static final long MEGABYTE = 1 << 20;

    @Test
    void usesNoMoreInTheEndThanSoonAfterTheStart() throws Exception {
        Scene scene = new Scene(HOME, 1, new Random(1));
        try {
            scene.start();
            List<Usage> usages = new ArrayList<>();
            long end = System.nanoTime() + TIME.toNanos();
            for (int round = 1; System.nanoTime() < end; round++) {
                long next = System.nanoTime() + ROUND.toNanos();
                work(scene, round);
                usages.add(Usage.of(scene.anyService(), scene.database(), HOME.resolve(Place.DATA.folder())));
                log.info("Round {}: {}", round, usages.get(usages.size() - 1));
                pause(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
            }
            assertFlat(usages);
            assertThat(scene.database().number("SELECT COUNT(*) FROM sales_etl.fact_sales"))
                    .isEqualTo(SALES);
        } finally {
            scene.close();
        }
    }

    private static void work(Scene scene, int round) throws IOException, InterruptedException {
        ServiceProcess service = scene.anyService();
        String name = "sales-" + round + ".csv";
        service.drop(name, sales(round));
        service.drop("damaged-" + round + ".csv", "a,b", "\"" + round);
        assertThat(Crowd.ask(service, CLIENTS, ASKING)).isEmpty();
        await().atMost(PATIENCE).until(() -> service.isIn("archive", name));
    }

    private static void assertFlat(List<Usage> usages) {
        List<Usage> early = usages.subList(usages.size() / 4, usages.size() / 2);
        List<Usage> late = usages.subList(usages.size() * 3 / 4, usages.size());
        assertFlat("bytes on the heap", early, late, Usage::heap, 20 * MEGABYTE);
        assertFlat("bytes in memory", early, late, Usage::memory, 50 * MEGABYTE);
        assertFlat("threads", early, late, Usage::threads, 5);
        assertFlat("open files", early, late, Usage::files, 10);
        assertFlat("connections", early, late, Usage::connections, 3);
        assertFlat("bytes in the data folder", early, late, Usage::disk, 10 * MEGABYTE);
    }

    private static void assertFlat(
            String what, List<Usage> early, List<Usage> late, ToLongFunction<Usage> number, long more) {
        long first = Usage.median(early, number);
        long last = Usage.median(late, number);
        log.info("{}: {} soon after the start, {} in the end", what, first, last);
        assertThat(last).as(what + ", " + first + " soon after the start").isLessThanOrEqualTo(first + more);
    }

    /** The same sales each time, with another quantity. */
    private static String[] sales(int round) {
        return Stream.concat(
                        Stream.of("sale_id,order_id,customer_id,product_id,order_date,quantity"),
                        IntStream.range(0, SALES)
                                .mapToObj(i -> "S" + i + ",O" + i / 3 + ",C" + i % 3 + ",P" + i % 2 + ",2025-01-15,"
                                        + (round % 9 + 1)))
                .toArray(String[]::new);
    }
}
