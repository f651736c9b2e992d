package org.salesetl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.salesetl.TestWarehouse.FileEntry;
import org.salesetl.WarehouseTest;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.pipeline.HeldLoad;
import org.springframework.beans.factory.annotation.Autowired;

/** A run can be stopped, by somebody and by a file that takes its process with it. */
class StopRunTest extends WarehouseTest {

    @Autowired
    private CurrentRun currentRun;

    @Test
    void cancelsARunAndSetsTheFileInHandAside() throws Exception {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.drop("more.csv", "customer_id", "C2");
        try (HeldLoad held = new HeldLoad(warehouse)) {
            int run = warehouse.start(Mode.INCREMENTAL);
            held.awaitLoad();

            assertThat(currentRun.cancel(run + 1, "admin")).isFalse();
            assertThat(currentRun.cancel(run, "admin")).isTrue();

            warehouse.awaitEnd();
            assertThat(warehouse.query("SELECT status, message FROM etl_run WHERE run_id = ?", run))
                    .singleElement()
                    .asString()
                    .startsWith("failed|Cancelled by admin");
        }
        FileEntry stopped = warehouse.entry("customers.csv");
        assertThat(stopped.status()).isEqualTo("failed");
        assertThat(stopped.message())
                .isEqualTo(
                        "The run was cancelled by admin. Nothing of this file was kept; drop the file again to load it.");
        assertThat(warehouse.contents()).isEmpty();
        assertThat(warehouse.archived()).containsExactly("failed/customers.csv", "failed/customers.csv.reason.txt");
        assertThat(warehouse.waiting()).containsExactly("more.csv");

        assertThat(warehouse.run().status()).isEqualTo("succeeded");
        assertThat(warehouse.entry("more.csv").inserted()).isEqualTo(1);
    }

    @Test
    void cancelsARunThatAnotherInstanceIsAskedToCancel() throws Exception {
        warehouse.drop("customers.csv", "customer_id", "C1");
        try (HeldLoad held = new HeldLoad(warehouse)) {
            int run = warehouse.start(Mode.INCREMENTAL);
            held.awaitLoad();

            warehouse.update("UPDATE run_lease SET cancel_run = ?", run);

            warehouse.awaitEnd();
        }
        assertThat(warehouse.entry("customers.csv").status()).isEqualTo("failed");
    }

    @Test
    void leavesTheWarehouseAsItWasWhereAReloadIsCancelled() throws Exception {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.run();
        List<String> before = warehouse.contents();
        try (HeldLoad held = new HeldLoad(warehouse)) {
            int run = warehouse.start(Mode.RELOAD);
            held.awaitLoad();

            currentRun.cancel(run, "admin");

            warehouse.awaitEnd();
            assertThat(warehouse.query("SELECT status FROM etl_run WHERE run_id = ?", run))
                    .containsExactly("failed");
        }
        assertThat(warehouse.contents()).isEqualTo(before);
    }

    @Test
    void setsAFileAsideThatTwoProcessesDidNotSurvive() throws Exception {
        Path deadly = warehouse.drop("deadly.csv", "customer_id", "C1");
        warehouse.drop("good.csv", "customer_id", "C2");
        Path note =
                warehouse.inbox().resolve(".work/" + DigestUtils.sha256Hex(Files.readAllBytes(deadly)) + ".in-hand");
        Files.writeString(note, "2");

        warehouse.run();

        FileEntry entry = warehouse.entry("deadly.csv");
        assertThat(entry.status()).isEqualTo("failed");
        assertThat(entry.message()).startsWith("The service stopped twice while it had deadly.csv in hand");
        assertThat(warehouse.archived("failed/deadly.csv.reason.txt")).content().startsWith(entry.message());
        assertThat(warehouse.entry("good.csv").status()).isEqualTo("loaded");
        assertThat(note).doesNotExist();

        warehouse.drop(warehouse.archived("failed/deadly.csv"));
        warehouse.run();
        assertThat(warehouse.entry("deadly.csv").status()).isEqualTo("loaded");
    }

    @Test
    void givesAFileOneMoreTryAfterTheProcessDiedOnce() throws Exception {
        Path file = warehouse.drop("customers.csv", "customer_id", "C1");
        Path note = warehouse.inbox().resolve(".work/" + DigestUtils.sha256Hex(Files.readAllBytes(file)) + ".in-hand");
        Files.writeString(note, "1");

        warehouse.run();

        assertThat(warehouse.entry("customers.csv").status()).isEqualTo("loaded");
        assertThat(note).doesNotExist();
    }
}
