package org.salesetl.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.TestFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Faults of every kind at random moments, as many as {@code faults.rounds} says; {@code faults.seed} chooses the same ones again. After
 * each, every file has loaded once, by itself, and all totals are exact.
 */
@Tag("campaign")
@SuppressWarnings("NullAway.Init")
class CampaignTest {

    private static final Logger log = LoggerFactory.getLogger(CampaignTest.class);
    private static final Path HOME = TestFolder.of("campaign").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int SALES = 100_000;
    private static final int LONGEST_DELAY_MILLIS = 3_000;
    private static final int OUTAGE_MILLIS = 3_000;

    private final Random random = new Random(Long.getLong("faults.seed", 1));
    private final Map<Fault, Integer> tried = new EnumMap<>(Fault.class);
    private DatabaseProcess database;
    private ServiceProcess service;
    private int files;

    /** What may happen. */
    private enum Fault {
        SERVICE_KILLED,
        SERVICE_STOPPED,
        DATABASE_KILLED,
        DATABASE_RESTARTED,
        DATABASE_AND_SERVICE_KILLED,
        CONNECTIONS_KILLED,
        DATABASE_READ_ONLY,
        LEASE_TAKEN
    }

    @AfterEach
    void stopBoth() throws InterruptedException {
        if (service != null) {
            service.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void losesDoublesAndHalfShowsNothing() throws Exception {
        FileSystemUtils.deleteRecursively(HOME);
        database = DatabaseProcess.ofItsOwn(HOME);
        service = new ServiceProcess(HOME, database);
        service.start();
        service.drop("customers.csv", "customer_id", "C1");
        service.drop("products.csv", "product_id,price", "P1,2.50");
        await().atMost(PATIENCE).until(() -> service.isIn("archive", "products.csv"));
        for (int round = 1; round <= Integer.getInteger("faults.rounds", 3); round++) {
            int before = files;
            for (int i = random.nextInt(3); i >= 0; i--) {
                dropSales();
            }
            Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
            pause(random.nextInt(LONGEST_DELAY_MILLIS));
            log.info("Round {}: {} while {} files load", round, fault, files - before);
            happen(fault);
            tried.merge(fault, 1, Integer::sum);
            await().atMost(PATIENCE).until(this::isSettled);
            assertThat(totals()).as("after round %d, %s", round, fault).isEqualTo(expected());
        }
        log.info("{} files of {} sales each, with these faults: {}", files, SALES, tried);
    }

    private void happen(Fault fault) throws Exception {
        switch (fault) {
            case SERVICE_KILLED -> {
                service.kill();
                service.start();
            }
            case SERVICE_STOPPED -> {
                service.stop();
                service.start();
            }
            case DATABASE_KILLED -> {
                database.kill();
                pause(OUTAGE_MILLIS);
                database.start();
            }
            case DATABASE_RESTARTED -> {
                database.stop();
                pause(OUTAGE_MILLIS);
                database.start();
            }
            case DATABASE_AND_SERVICE_KILLED -> {
                service.kill();
                database.kill();
                database.start();
                service.start();
            }
            case CONNECTIONS_KILLED -> {
                for (long id = connection(0); id > 0; id = connection(id)) {
                    kill(id);
                }
            }
            case DATABASE_READ_ONLY -> {
                database.execute("SET GLOBAL read_only = 1");
                pause(OUTAGE_MILLIS);
                database.execute("SET GLOBAL read_only = 0");
            }
            case LEASE_TAKEN ->
                database.execute("UPDATE sales_etl.run_lease SET holder = 'another',"
                        + " expires_at = UTC_TIMESTAMP(6) + INTERVAL 3 SECOND");
        }
    }

    private long connection(long after) throws SQLException {
        return database.number("SELECT id FROM information_schema.processlist WHERE user = 'sales_etl' AND id > "
                + after + " ORDER BY id LIMIT 1");
    }

    private void kill(long id) {
        try {
            database.execute("KILL " + id);
        } catch (SQLException e) {
            log.info("Connection {} has gone by itself", id);
        }
    }

    private void dropSales() throws IOException {
        files++;
        List<String> lines = new ArrayList<>(List.of("sale_id,order_id,customer_id,product_id,order_date,quantity"));
        for (int i = 0; i < SALES; i++) {
            lines.add("F" + files + "-" + i + ",O" + i / 3 + ",C1,P1,2025-" + String.format("%02d", i % 12 + 1)
                    + "-15,2");
        }
        service.drop("sales-" + files + ".csv", lines.toArray(new String[0]));
    }

    private boolean isSettled() throws SQLException {
        for (int i = 1; i <= files; i++) {
            if (!service.isIn("archive", "sales-" + i + ".csv")) {
                return false;
            }
        }
        return database.number("SELECT COUNT(*) FROM sales_etl.etl_run WHERE status = 'running'") == 0;
    }

    private List<String> totals() throws SQLException {
        return List.of(
                database.text("SELECT COUNT(*) FROM sales_etl.fact_sales"),
                database.text("SELECT SUM(revenue) FROM sales_etl.fact_sales"),
                database.text("SELECT COUNT(*) FROM sales_etl.etl_file WHERE status = 'loaded'"),
                database.text("SELECT COUNT(DISTINCT name) FROM sales_etl.etl_file WHERE status = 'loaded'"),
                database.text("SELECT COUNT(*) FROM sales_etl.etl_file WHERE status = 'failed'"),
                database.text("SELECT SUM(revenue) FROM sales_etl.rollup_day"),
                database.text("SELECT SUM(revenue) FROM sales_etl.rollup_customer"));
    }

    private List<String> expected() {
        String revenue = files * SALES * 5 + ".0000";
        String entries = String.valueOf(files + 2);
        return List.of(String.valueOf(files * SALES), revenue, entries, entries, "0", revenue, revenue);
    }

    /** The faults come at random moments: here, and only here, time itself is what is waited for. */
    private static void pause(int millis) throws InterruptedException {
        new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }
}
