package org.salesetl.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.salesetl.faults.Signals.pause;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.TestFolder;
import org.salesetl.metric.Metric;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.StringUtils;

/**
 * Faults of every kind at random moments, as many as {@code faults.rounds} says, but none after {@code faults.minutes};
 * {@code faults.seed} chooses the same ones again, and {@code faults.instances} says how many instances share the inbox. After each
 * fault every file has loaded once, by itself, all books balance and all sums are exact, and no reader has seen a part of a file. In the
 * end all answers are those of a service that has loaded the same files in peace.
 */
@Tag("faults")
class CampaignTest {

    private static final Logger log = LoggerFactory.getLogger(CampaignTest.class);
    private static final Path HOME = TestFolder.of("campaign").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PER_FILE = Duration.ofSeconds(5);
    private static final int ROUNDS = Integer.getInteger("faults.rounds", 3);
    private static final int INSTANCES = Integer.getInteger("faults.instances", 1);
    private static final Duration TIME = Duration.ofMinutes(Integer.getInteger("faults.minutes", 24 * 60));
    /** The names of the faults that may happen; empty for all. */
    private static final Set<String> ONLY = StringUtils.commaDelimitedListToSet(System.getProperty("faults.only", ""));

    private static final int LONGEST_DELAY_MILLIS = 3_000;
    private static final List<String> QUESTIONS = Stream.concat(
                    Stream.of("/api/key-figures"),
                    Arrays.stream(Metric.values()).map(metric -> "/api/metrics/" + metric.slug()))
            .toList();

    private final Random random = new Random(Long.getLong("faults.seed", 57));
    private final Map<String, Integer> tried = new TreeMap<>();
    private final List<Scene> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws InterruptedException {
        for (Scene scene : open) {
            scene.close();
        }
    }

    @Test
    void losesDoublesAndHalfShowsNothing() throws Exception {
        Scene scene = scene("disturbed", INSTANCES);
        long end = System.nanoTime() + TIME.toNanos();
        List<Fault> faults = possible(scene);
        try (Reader reader = new Reader(scene)) {
            for (int round = 1; round <= ROUNDS && System.nanoTime() < end; round++) {
                int files = random.nextInt(3);
                for (int i = 0; i < files; i++) {
                    scene.drops().good();
                }
                Fault fault = faults.get(random.nextInt(faults.size()));
                pause(Duration.ofMillis(random.nextInt(LONGEST_DELAY_MILLIS)));
                log.info("Round {}: {} while {} files load", round, fault, files);
                fault.happen(scene);
                tried.merge(fault.name(), 1, Integer::sum);
                await().atMost(PATIENCE).until(() -> isSettled(scene));
                assertExact(scene, "after round " + round + ", " + fault);
                assertThat(reader.wrong())
                        .as("read during round " + round + ", " + fault)
                        .isEmpty();
            }
            log.info(
                    "{} files of {} sales each, {} answers read, with these faults: {}",
                    scene.drops().names().size(),
                    DroppedFiles.SALES,
                    reader.answers(),
                    tried);
            assertThat(reader.answers()).isPositive();
        }
        assertThat(answers(scene)).isEqualTo(answers(undisturbed(scene)));
    }

    /** The large file takes longer than all patience, and the tiny files mean a run of many files. */
    @Tag("campaign")
    @Test
    void loadsManyTinyFilesBesideALargeOne() throws Exception {
        Scene scene = scene("large", INSTANCES);
        scene.drops().large(Long.getLong("faults.large", 10_000_000));
        scene.drops().tiny(Integer.getInteger("faults.files", 10_000));
        for (Fault fault : List.of(Fault.LEASE_HOLDER_KILLED, Fault.DATABASE_KILLED)) {
            pause(Duration.ofSeconds(30));
            fault.happen(scene);
        }
        await().atMost(Duration.ofHours(2)).pollInterval(Duration.ofSeconds(1)).until(() -> isSettled(scene));
        assertExact(scene, "in the end");
    }

    private static List<Fault> possible(Scene scene) throws IOException {
        List<Fault> faults = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            if (!fault.isPossible(scene)) {
                log.info("{} is not possible on this machine", fault);
            } else if (ONLY.isEmpty() || ONLY.contains(fault.name())) {
                faults.add(fault);
            }
        }
        return faults;
    }

    private Scene scene(String name, int instances) throws Exception {
        Scene scene = new Scene(HOME.resolve(name), instances, random);
        open.add(scene);
        scene.start();
        await().atMost(PATIENCE).until(() -> isSettled(scene));
        return scene;
    }

    /** The same files, loaded in peace: all at once, so that takes longer than a round. */
    private Scene undisturbed(Scene disturbed) throws Exception {
        Scene scene = scene("undisturbed", 1);
        List<Path> files = disturbed.archived();
        for (Path file : files) {
            scene.drops().copy(file);
        }
        await().atMost(PATIENCE.plus(PER_FILE.multipliedBy(files.size()))).until(() -> isSettled(scene));
        return scene;
    }

    /** The answers, without the time of the last load. */
    private static Map<String, String> answers(Scene scene) throws IOException, InterruptedException {
        Map<String, String> answers = scene.anyService().answers(QUESTIONS);
        answers.replaceAll((question, answer) -> answer.replaceAll("\"asOf\":\"[^\"]*\"", ""));
        return answers;
    }

    private static boolean isSettled(Scene scene) throws SQLException, IOException {
        List<String> archived = scene.archived().stream()
                .map(file -> file.getFileName().toString())
                .toList();
        return archived.containsAll(scene.drops().names())
                && scene.waiting().isEmpty()
                && scene.database().number("SELECT COUNT(*) FROM sales_etl.etl_run WHERE status = 'running'") == 0;
    }

    private static void assertExact(Scene scene, String when) throws SQLException, IOException {
        DatabaseProcess database = scene.database();
        String revenue = scene.drops().sales() * 5 + ".0000";
        assertThat(database.number("SELECT COUNT(*) FROM sales_etl.fact_sales"))
                .as(when)
                .isEqualTo(scene.drops().sales());
        for (String table : List.of("fact_sales", "rollup_day", "rollup_month", "rollup_customer", "rollup_product")) {
            assertThat(database.text("SELECT COALESCE(SUM(revenue), 0) + 0.0000 FROM sales_etl." + table))
                    .as(table + " " + when)
                    .isEqualTo(scene.drops().sales() == 0 ? "0.0000" : revenue);
        }
        assertThat(database.number("SELECT COALESCE(SUM(sales), 0) FROM sales_etl.sales_pack"))
                .as(when)
                .isEqualTo(scene.drops().sales());
        assertThat(database.number("SELECT COUNT(*) FROM sales_etl.quarantine"))
                .as(when)
                .isEqualTo(scene.drops().quarantined());
        assertThat(
                        database.text(
                                "SELECT GROUP_CONCAT(name) FROM sales_etl.etl_file WHERE status NOT IN ('loaded', 'already_loaded')"
                                        + " OR rows_read <> inserted + updated + unchanged + withdrawn + left_out + rejected + parked"))
                .as("files that failed or whose books do not balance, " + when)
                .isEqualTo("null");
        assertThat(scene.waiting()).as("files in the inbox " + when).isEmpty();
        assertThat(scene.archived().size()).as("archived files " + when).isEqualTo((int)
                database.number("SELECT COUNT(*) FROM sales_etl.etl_file"));
    }
}
