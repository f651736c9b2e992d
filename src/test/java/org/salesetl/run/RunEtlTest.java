package org.salesetl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.salesetl.TestWarehouse.FileEntry;
import org.salesetl.TestWarehouse.RunEnd;
import org.salesetl.WarehouseTest;
import org.salesetl.ledger.RunInProgressException;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.load.FileLoad;
import org.salesetl.load.LoadProgress;
import org.springframework.beans.factory.annotation.Autowired;

class RunEtlTest extends WarehouseTest {

    @Autowired
    LoadProgress progress;

    @Test
    void endsWellWithNothingToDo() {
        RunEnd run = warehouse.run();

        assertThat(run.status()).isEqualTo("succeeded");
        assertThat(warehouse.query("SELECT triggered_by, mode FROM etl_run WHERE run_id = ?", run.id()))
                .containsExactly("http|incremental");
    }

    @Test
    void refusesASecondRunWhileAnotherInstanceHoldsTheLock() throws SQLException {
        warehouse.update(
                "INSERT INTO etl_run (triggered_by, mode, status, started_at) VALUES ('watch', 'incremental', 'running',"
                        + " UTC_TIMESTAMP(6))");
        int running = warehouse.count("SELECT MAX(run_id) FROM etl_run");
        warehouse.drop("customers.csv", "customer_id", "C1");
        try (Connection other = warehouse.connection();
                Statement statement = other.createStatement()) {
            statement.execute(
                    "UPDATE run_lease SET holder = 'another', expires_at = UTC_TIMESTAMP(6) + INTERVAL 60 SECOND");
            try {
                assertThatThrownBy(() -> warehouse.start(Mode.INCREMENTAL))
                        .hasRootCauseInstanceOf(RunInProgressException.class)
                        .rootCause()
                        .hasMessage(
                                "Run " + running + " is still going on. Wait until it has finished, then try again.")
                        .hasFieldOrPropertyWithValue("runId", running);
            } finally {
                statement.execute("UPDATE run_lease SET holder = NULL, expires_at = UTC_TIMESTAMP(6)");
            }
        }
        assertThat(warehouse.waiting()).containsExactly("customers.csv");

        assertThat(warehouse.run().status()).isEqualTo("succeeded");
        assertThat(warehouse.entry("customers.csv").inserted()).isEqualTo(1);
    }

    @Test
    void keepsNothingOfTheFilesBehindIt() throws SQLException {
        warehouse.drop("known.csv", "customer_id", "C1", "C2");
        warehouse.run();
        warehouse.drop("first.csv", "customer_id,city", "C1,Oslo");
        warehouse.drop("second.csv", "customer_id,city", "C2,Oslo");
        try (Connection holdsFirst = customerInUse("C1");
                Connection holdsSecond = customerInUse("C2")) {
            warehouse.start(Mode.INCREMENTAL);
            WeakReference<FileLoad> first = await().until(() -> inHand("first.csv"), Objects::nonNull);
            holdsFirst.rollback();
            await().until(() -> inHand("second.csv"), Objects::nonNull);

            await().until(() -> {
                System.gc();
                return first.refersTo(null);
            });
            holdsSecond.rollback();
        }
        warehouse.awaitEnd();
        assertThat(warehouse.query("SELECT customer_id, city FROM dim_customer ORDER BY customer_id"))
                .containsExactly("C1|Oslo", "C2|Oslo");
    }

    private @Nullable WeakReference<FileLoad> inHand(String name) {
        LoadProgress.InHand file = progress.current();
        FileLoad load = file == null ? null : file.load();
        return load != null && load.drop().name().equals(name) ? new WeakReference<>(load) : null;
    }

    /** Somebody who holds on to a customer's row, so that a load has to wait. */
    private Connection customerInUse(String id) throws SQLException {
        Connection connection = warehouse.connection();
        connection.setAutoCommit(false);
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT name FROM dim_customer WHERE customer_id = ? FOR UPDATE")) {
            statement.setString(1, id);
            statement.execute();
        }
        return connection;
    }

    @Test
    void startsAnewWithWhatARunThatDiedHadClaimed() throws IOException {
        warehouse.update(
                "INSERT INTO etl_run (triggered_by, mode, status, started_at) VALUES ('watch', 'incremental', 'running',"
                        + " UTC_TIMESTAMP(6))");
        int dead = warehouse.count("SELECT MAX(run_id) FROM etl_run");
        claim("customers.csv", "customer_id\nC1\n");
        warehouse.drop("customers.csv", "customer_id", "C2");

        RunEnd run = warehouse.run();

        assertThat(run.status()).isEqualTo("succeeded");
        assertThat(warehouse.query("SELECT status, message FROM etl_run WHERE run_id = ?", dead))
                .containsExactly("failed|Interrupted: the service stopped before the run had finished");
        assertThat(warehouse.query("SELECT customer_id FROM dim_customer ORDER BY 1"))
                .containsExactly("C1", "C2");
        assertThat(warehouse.waiting()).isEmpty();
        assertThat(warehouse.inbox().resolve(".work")).isEmptyDirectory();
    }

    @Test
    void onlyArchivesAFileThatADeadRunHadCommitted() throws IOException {
        warehouse.drop("customers.csv", "customer_id,name", "C1,Ann", ",nobody");
        warehouse.run();
        List<String> before = warehouse.contents();
        Files.delete(warehouse.archived(warehouse.today("customers.rejects.csv")));
        Files.delete(warehouse.archived(warehouse.today("customers.csv")));
        warehouse.update("UPDATE etl_file SET archived_as = NULL");
        claim("customers.csv", "customer_id,name\nC1,Ann\n,nobody\n");

        RunEnd run = warehouse.run();

        assertThat(run.status()).isEqualTo("succeeded");
        assertThat(warehouse.contents()).isEqualTo(before);
        assertThat(warehouse.entries("customers.csv"))
                .singleElement()
                .extracting(FileEntry::archivedAs)
                .isEqualTo(warehouse.today("customers.csv"));
        assertThat(warehouse.archived())
                .containsExactly(warehouse.today("customers.csv"), warehouse.today("customers.rejects.csv"));
        assertThat(warehouse.waiting()).isEmpty();
    }

    @Test
    void leavesAFileThatIsStillWrittenToForLater() throws IOException {
        warehouse.update(
                "CREATE TRIGGER slow_load AFTER INSERT ON dim_customer FOR EACH ROW SET @slept = SLEEP(NEW.name = 'slow')");
        warehouse.drop("customers.csv", "customer_id,name", "C1,slow");
        try {
            warehouse.start(Mode.INCREMENTAL);
            await().until(() -> warehouse.waiting().stream().anyMatch(file -> file.startsWith(".work")));
            Path claimed = warehouse.inbox().resolve(warehouse.waiting().get(0));
            Files.writeString(claimed, "C2,Bo\n", StandardOpenOption.APPEND);
            warehouse.awaitEnd();
        } finally {
            warehouse.update("DROP TRIGGER slow_load");
        }
        assertThat(warehouse.contents()).isEmpty();
        assertThat(warehouse.waiting()).containsExactly("customers.csv");
        assertThat(warehouse.archived()).isEmpty();

        assertThat(warehouse.run().status()).isEqualTo("succeeded");
        assertThat(warehouse.entry("customers.csv").outcomes()).containsExactly(2, 2, 0, 0, 0, 0);
    }

    private Path claim(String name, String text) throws IOException {
        Path folder = Files.createDirectories(warehouse.inbox().resolve(".work/of-a-dead-run"));
        return Files.writeString(folder.resolve(name), text);
    }
}
