package org.salesetl.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.salesetl.TestWarehouse.FileEntry;
import org.salesetl.WarehouseTest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.outage.Outage;
import org.salesetl.outage.Waiting;
import org.salesetl.outage.Waiting.Wait;
import org.springframework.beans.factory.annotation.Autowired;

/** What is nobody's fault fails no file: the run waits for it and goes on by itself. */
class OutageTest extends WarehouseTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Autowired
    private Waiting waiting;

    @Test
    void loadsAFileAgainWhoseConnectionBroke() throws Exception {
        warehouse.drop("customers.csv", "customer_id", "C1", "C2");
        try (HeldLoad held = new HeldLoad(warehouse)) {
            int run = warehouse.start(Mode.INCREMENTAL);
            held.execute("KILL " + held.awaitLoad());

            await().atMost(PATIENCE).until(() -> waitsFor(Outage.DATABASE_AWAY));
            held.letGo();
            warehouse.awaitEnd();

            assertThat(waiting.current()).isNull();
            assertThat(warehouse.query("SELECT status, message FROM etl_run WHERE run_id = ?", run))
                    .containsExactly("succeeded|null");
        }
        assertThat(warehouse.entries("customers.csv")).singleElement().satisfies(entry -> {
            assertThat(entry.status()).isEqualTo("loaded");
            assertThat(entry.inserted()).isEqualTo(2);
        });
        assertThat(warehouse.waiting()).isEmpty();
        assertThat(warehouse.archived()).containsExactly(warehouse.today("customers.csv"));
    }

    @Test
    void loadsAFileAgainWhoseLeaseAnotherInstanceHasTaken() throws Exception {
        warehouse.drop("customers.csv", "customer_id", "C1");
        try (HeldLoad held = new HeldLoad(warehouse)) {
            warehouse.start(Mode.INCREMENTAL);
            held.awaitLoad();
            warehouse.update(
                    "UPDATE run_lease SET holder = 'another', expires_at = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR");
            held.letGo();

            await().atMost(PATIENCE).until(() -> waitsFor(Outage.OTHER_INSTANCE));
            assertThat(warehouse.count("SELECT COUNT(*) FROM dim_customer")).isZero();
            warehouse.update("UPDATE run_lease SET expires_at = UTC_TIMESTAMP(6)");
        }
        assertThat(warehouse.entries("customers.csv"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.status()).isEqualTo("loaded"));
        assertThat(warehouse.count("SELECT COUNT(*) FROM dim_customer")).isEqualTo(1);
    }

    @Test
    void keepsAReloadGoingWhoseConnectionBroke() throws Exception {
        warehouse.drop("customers.csv", "customer_id", "C1", "C2");
        warehouse.run();
        try (HeldLoad held = new HeldLoad(warehouse)) {
            int run = warehouse.start(Mode.RELOAD);
            held.execute("KILL " + held.awaitLoad());

            await().atMost(PATIENCE).until(() -> waitsFor(Outage.DATABASE_AWAY));
            assertThat(warehouse.count("SELECT COUNT(*) FROM dim_customer")).isEqualTo(2);
            held.letGo();
            warehouse.awaitEnd();

            assertThat(warehouse.query("SELECT status, message FROM etl_run WHERE run_id = ?", run))
                    .containsExactly("succeeded|null");
        }
        assertThat(warehouse.entries("customers.csv"))
                .extracting(FileEntry::status)
                .containsExactly("loaded", "loaded");
    }

    private boolean waitsFor(Outage outage) {
        Wait wait = waiting.current();
        return wait != null && wait.outage() == outage;
    }
}
