package org.salesetl.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.sessions.JqwikSession;
import net.jqwik.api.state.ActionChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.HttpApi;
import org.salesetl.TestFolder;
import org.salesetl.TestWarehouse;
import org.salesetl.faults.DatabaseProcess;
import org.salesetl.faults.ServiceProcess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The same random deeds with the service as a process of its own, which is killed while it loads or reloads, and is started again. */
@Tag("campaign")
class KilledServiceTest {

    private static final Logger log = LoggerFactory.getLogger(KilledServiceTest.class);
    private static final Path HOME = TestFolder.of("killed-service").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long SEED = Long.getLong("model.seed", 1);
    private static final int TRIES = Integer.getInteger("model.tries", 20);
    private static final int LONGEST = Integer.getInteger("model.deeds", 40);
    private static final int LONGEST_DELAY_MILLIS = 600;

    private final DatabaseProcess database;
    private final ServiceProcess service;
    private Instant nextAge = Instant.now();

    KilledServiceTest() throws Exception {
        FileSystemUtils.deleteRecursively(HOME);
        database = DatabaseProcess.ofItsOwn(HOME);
        service = new ServiceProcess(HOME, "service", database, "--sales-etl.watch=0");
    }

    @AfterEach
    void close() throws InterruptedException {
        service.close();
        database.close();
    }

    @Test
    void knowsWhatTheModelKnowsAfterAnyDeathOfTheService() throws Exception {
        service.start();
        JqwikSession.run(() -> {
            for (long seed = SEED; seed < SEED + TRIES; seed++) {
                try {
                    chains().generator(1000).next(new Random(seed)).value().run();
                } catch (Throwable failure) {
                    throw new AssertionError("With -Dmodel.seed=" + seed + " -Dmodel.tries=1", failure);
                }
                log.info("Seed {}", seed);
            }
        });
    }

    private Arbitrary<ActionChain<World>> chains() {
        Arbitrary<Integer> delays = Arbitraries.integers().between(0, LONGEST_DELAY_MILLIS);
        return Deeds.chains(this::newWorld, LONGEST)
                .withAction(
                        3,
                        Deed.of(
                                "kill a load after ms:",
                                world -> !world.books.inbox.isEmpty(),
                                delays,
                                (world, delay) -> {
                                    kill("incremental", delay);
                                    world.run();
                                }))
                .withAction(2, Deed.of("kill a reload after ms:", World::hasNothingClaimed, delays, (world, delay) -> {
                    kill("reload", delay);
                    world.reload();
                }))
                .withAction(1, Deed.of("restart", World::hasNothingClaimed, world -> restart()));
    }

    private void kill(String mode, int delay) {
        try {
            new OfItsOwn().awaitEnd();
            database.execute("UPDATE sales_etl.run_lease SET holder = NULL, expires_at = UTC_TIMESTAMP(6)");
            assertThat(service.startRun(mode)).isEqualTo(202);
            Thread.sleep(delay);
            service.kill();
            service.start();
            new OfItsOwn().awaitEnd();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void restart() {
        try {
            service.stop();
            service.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private World newWorld() {
        OfItsOwn own = new OfItsOwn();
        own.update("UPDATE run_lease SET holder = NULL, expires_at = UTC_TIMESTAMP(6) WHERE holder = 'dead'");
        own.awaitEnd();
        TestWarehouse.TABLES.forEach(table -> own.update("DELETE FROM " + table));
        try {
            for (Path folder : List.of(own.inbox(), own.archive())) {
                FileSystemUtils.deleteRecursively(folder);
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        nextAge = Instant.now().minusSeconds(100_000);
        return new World(own);
    }

    private final class OfItsOwn implements Service {

        @Override
        public Path inbox() {
            return HOME.resolve("inbox");
        }

        @Override
        public Path archive() {
            return HOME.resolve("archive");
        }

        @Override
        public void drop(String name, String text) {
            try {
                nextAge = nextAge.plusSeconds(60);
                Path file = Files.write(inbox().resolve(name), text.getBytes(UTF_8));
                Files.setLastModifiedTime(file, FileTime.from(nextAge));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int post(String path, String json) {
            return called(() -> service.post(path, json));
        }

        @Override
        public void saveMapping(String name, String yaml) {
            int status = called(() -> service.sendAsAdmin(service.request("/api/mappings/" + name)
                            .header("Content-Type", "application/yaml")
                            .PUT(BodyPublishers.ofString(yaml)))
                    .statusCode());
            assertThat(status).isBetween(200, 299);
        }

        @Override
        public JsonNode get(String path) {
            return called(() -> HttpApi.JSON.readTree(service.get(path).body()));
        }

        @Override
        public void awaitEnd() {
            await().atMost(PATIENCE)
                    .until(() -> database.number(
                                    "SELECT COUNT(*) FROM sales_etl.run_lease WHERE expires_at > UTC_TIMESTAMP(6)")
                            == 0);
        }

        @Override
        public List<String> query(String sql) {
            List<String> rows = new ArrayList<>();
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    StringBuilder cells = new StringBuilder();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        cells.append(i == 1 ? "" : "|").append(result.getString(i));
                    }
                    rows.add(cells.toString());
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return rows;
        }

        @Override
        public void update(String sql) {
            try {
                database.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void assertBooksBalance() {
            assertThat(query(
                            "SELECT name FROM etl_file WHERE rows_read <> inserted + updated + unchanged + withdrawn + left_out"
                                    + " + rejected + parked"))
                    .isEmpty();
        }
    }

    private interface Call<T> {
        T make() throws IOException, InterruptedException;
    }

    private static <T> T called(Call<T> call) {
        try {
            return call.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
