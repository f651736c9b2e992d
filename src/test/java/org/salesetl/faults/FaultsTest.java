package org.salesetl.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.TestFolder;
import org.springframework.util.FileSystemUtils;

/**
 * What becomes of a load when its database or its process goes away. Every load is held up in its middle, at the first new customer
 * of its file, so that each fault meets a transaction that has begun.
 */
class FaultsTest {

    private static final Path HOME = TestFolder.of("faults-test").toAbsolutePath();
    private static final Path WORK = HOME.resolve("data/work");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CUSTOMERS = 500;

    private static DatabaseProcess database;
    private static ServiceProcess service;
    private static SmallDisk archive;
    private static SmallDisk work;

    @BeforeAll
    static void startBoth() throws Exception {
        // of a test that was killed
        SmallDisk.unmount(HOME.resolve("archive"));
        SmallDisk.unmount(WORK);
        FileSystemUtils.deleteRecursively(HOME);
        archive = SmallDisk.mount(HOME.resolve("archive"), 256 << 20);
        work = SmallDisk.mount(WORK, 32 << 20);
        database = DatabaseProcess.ofItsOwn(HOME);
        service = new ServiceProcess(HOME, database);
        service.start();
        Hold.prepare(database);
    }

    @AfterAll
    static void stopBoth() throws InterruptedException {
        if (service != null) {
            service.close();
        }
        if (database != null) {
            database.close();
        }
        archive.close();
        work.close();
    }

    @Test
    void waitsWhileTheDatabaseIsAwayAndGoesOnByItself() throws Exception {
        try (Hold hold = new Hold(database)) {
            drop("away.csv", "A");
            hold.awaitLoad();
            database.kill();
        }
        await().atMost(PATIENCE).until(() -> service.log().contains("waits for the database, which does not answer"));
        HttpResponse<String> page = service.get("/etl");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body()).contains("waits for the database").doesNotContain("Exception");
        assertThat(service.isIn("inbox/.work", "away.csv")).isTrue();
        assertThat(service.isIn("archive/failed", "away.csv")).isFalse();

        database.start();

        awaitLoaded("away.csv", "A");
        assertThat(database.text("SELECT status FROM sales_etl.etl_run ORDER BY run_id DESC LIMIT 1"))
                .isEqualTo("succeeded");
        assertThat(service.log()).contains("The run goes on after");
    }

    @Test
    void waitsWhileTheDatabaseIsReadOnly() throws Exception {
        try (Hold hold = new Hold(database)) {
            drop("read-only.csv", "R");
            hold.awaitLoad();
            // a server takes its writes back from whoever has some under way only by ending them
            database.execute("KILL " + hold.awaitLoad());
            database.execute("SET GLOBAL read_only = 1");
        }
        await().atMost(PATIENCE).until(() -> service.get("/etl").body().contains("the database is read-only"));
        assertThat(service.get("/").statusCode()).isEqualTo(200);

        database.execute("SET GLOBAL read_only = 0");

        awaitLoaded("read-only.csv", "R");
    }

    @Test
    void doesNotMindThatIdleConnectionsAreCut() throws Exception {
        database.execute("SET GLOBAL wait_timeout = 5, GLOBAL interactive_timeout = 5");
        try {
            try (Hold hold = new Hold(database)) {
                drop("idle.csv", "I");
                hold.awaitLoad();
                cutConnectionsUpTo(database.number("SELECT CONNECTION_ID()"));
                awaitIdleConnectionsCut();
            }
            awaitLoaded("idle.csv", "I");
        } finally {
            database.execute("SET GLOBAL wait_timeout = 28800, GLOBAL interactive_timeout = 28800");
        }
    }

    /** Cuts the idle connections up to this one, as a proxy does: those that are opened now may idle for five seconds. */
    private static void cutConnectionsUpTo(long last) {
        String before =
                " FROM information_schema.processlist WHERE user = 'sales_etl' AND command = 'Sleep' AND id <= " + last;
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            // a connection that has rested for less than a second may be in use
            long resting = database.number("SELECT MIN(id)" + before + " AND time > 0");
            if (resting > 0) {
                database.kill(resting);
            }
            return database.number("SELECT COUNT(*)" + before) == 0;
        });
    }

    private static void awaitIdleConnectionsCut() throws SQLException {
        await().atMost(PATIENCE)
                .until(() -> database.number("SELECT COUNT(*) FROM information_schema.processlist"
                                + " WHERE user = 'sales_etl' AND command = 'Sleep' AND time > 6")
                        == 0);
    }

    @Test
    void setsAFileAsideThatWasInHandWhenTheServiceDiedTwice() throws Exception {
        try (Hold hold = new Hold(database)) {
            drop("deadly.csv", "D");
            drop("good.csv", "G");
            for (int death = 1; death <= 2; death++) {
                hold.awaitLoad();
                service.kill();
                awaitNoLoad();
                service.start();
            }
            await().atMost(PATIENCE).until(() -> service.isIn("archive/failed", "deadly.csv"));
        }
        awaitLoaded("good.csv", "G");
        assertThat(customers("D")).isZero();
        assertThat(database.text("SELECT message FROM sales_etl.etl_file WHERE name = 'deadly.csv'"))
                .startsWith("The service stopped twice while it had deadly.csv in hand");
        assertThat(
                        database.number(
                                "SELECT COUNT(*) FROM sales_etl.etl_run WHERE status = 'failed' AND message LIKE 'Interrupted%'"))
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void keepsTheOldWarehouseAndReloadsAgainWhereTheDatabaseIsRestarted() throws Exception {
        drop("reloaded.csv", "L");
        awaitLoaded("reloaded.csv", "L");
        long before = database.number("SELECT COUNT(*) FROM sales_etl.dim_customer");
        try (Hold hold = new Hold(database)) {
            assertThat(service.startRun("reload")).isEqualTo(202);
            hold.awaitLoad();
            database.stop();
        }
        database.start();

        await().atMost(PATIENCE).until(() -> lastRun("status").equals("succeeded"));
        assertThat(lastRun("mode")).isEqualTo("reload");
        assertThat(database.number("SELECT COUNT(*) FROM sales_etl.dim_customer"))
                .isEqualTo(before);
    }

    @Test
    void keepsTheOldWarehouseAndSaysSoWhereAReloadDiesWithTheService() throws Exception {
        drop("kept.csv", "K");
        awaitLoaded("kept.csv", "K");
        try (Hold hold = new Hold(database)) {
            assertThat(service.startRun("reload")).isEqualTo(202);
            hold.awaitLoad();
            service.kill();
            awaitNoLoad();
        }

        service.start();

        await().atMost(PATIENCE).until(() -> lastRun("status").equals("failed"));
        assertThat(lastRun("message"))
                .isEqualTo(
                        "Interrupted: the service stopped before the run had finished. The warehouse is as it was before"
                                + " the reload; reload again");
        assertThat(customers("K")).isEqualTo(CUSTOMERS);
    }

    @Test
    void archivesALoadedFileAsSoonAsThereIsRoom() throws Exception {
        assumeThat(archive.exists()).as("an archive on a disk of its own").isTrue();
        archive.fill();

        try {
            drop("full.csv", "F");
            await().atMost(PATIENCE)
                    .until(() -> service.log().contains("full.csv is loaded, but cannot be archived yet"));

            assertThat(customers("F")).isEqualTo(CUSTOMERS);
            await().atMost(PATIENCE).until(() -> lastRun("status").equals("succeeded"));
            assertThat(lastRun("message")).contains("full.csv is loaded").contains("as soon as that is possible");
            assertThat(service.get("/").body())
                    .contains("Disks that are full")
                    .contains(HOME.resolve("archive").toString());
            assertThat(service.get("/actuator/health").statusCode()).isEqualTo(503);
            assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(service.isIn("archive", "full.csv")).isFalse();
        } finally {
            archive.makeRoom();
        }

        awaitLoaded("full.csv", "F");
        assertThat(service.isIn("inbox/.work", "full.csv")).isFalse();
        assertThat(service.get("/actuator/health").statusCode()).isEqualTo(200);
    }

    /** What happens every two seconds must not wait until the clock is again where it was by mistake. */
    @Test
    void goesOnWhenTheClockIsPutBack() throws Exception {
        assumeThat(FakeClock.exists()).as("a clock that can be set").isTrue();
        assumeThat(archive.exists()).as("an archive on a disk of its own").isTrue();
        service.clock().set(Duration.ofHours(2));
        Signals.pause(Duration.ofSeconds(5));
        service.clock().set(Duration.ZERO);
        Signals.pause(Duration.ofSeconds(2));

        archive.fill();
        try {
            drop("clock.csv", "Clock");
            await().atMost(PATIENCE)
                    .until(() -> service.log().contains("clock.csv is loaded, but cannot be archived yet"));
        } finally {
            archive.makeRoom();
        }

        awaitLoaded("clock.csv", "Clock");
    }

    @Test
    void givesUpNoFileBecauseTheClockIsSet() throws Exception {
        assumeThat(FakeClock.exists()).as("a clock that can be set").isTrue();
        try (Hold hold = new Hold(database)) {
            drop("clock-set.csv", "Hour");
            hold.awaitLoad();
            // a file may take three hours
            service.clock().set(Duration.ofHours(4));
            Signals.pause(Duration.ofSeconds(5));
        } finally {
            service.clock().set(Duration.ZERO);
        }

        awaitLoaded("clock-set.csv", "Hour");
    }

    @Test
    void goesOnWhenItsUserGetsItsRightsBack() throws Exception {
        String user = DatabaseProcess.USER + "@127.0.0.1";
        database.execute("REVOKE ALL PRIVILEGES ON sales_etl.* FROM " + user);
        try {
            database.execute("GRANT SELECT ON sales_etl.* TO " + user);
            // what a connection may do is looked at when it is made
            String ofService = " FROM information_schema.processlist WHERE user = '" + DatabaseProcess.USER + "'";
            String before = ofService + " AND id <= " + database.number("SELECT MAX(id)" + ofService) + " LIMIT 1";
            for (long id = database.number("SELECT id" + before); id > 0; id = database.number("SELECT id" + before)) {
                database.kill(id);
            }
            drop("rights.csv", "Y");
            await().atMost(PATIENCE).until(() -> service.log().contains("which refuses its user"));
        } finally {
            database.execute("GRANT ALL PRIVILEGES ON sales_etl.* TO " + user);
        }

        awaitLoaded("rights.csv", "Y");
    }

    @Test
    void waitsForATableThatIsMissing() throws Exception {
        database.execute("RENAME TABLE sales_etl.etl_file_reason TO sales_etl.elsewhere");
        try {
            service.drop("missing.csv", "customer_id,name", "M1,Ann", ",Nobody");
            await().atMost(PATIENCE).until(() -> service.log().contains("tables of the service are missing"));
            assertThat(service.isIn("archive/failed", "missing.csv")).isFalse();
        } finally {
            database.execute("RENAME TABLE sales_etl.elsewhere TO sales_etl.etl_file_reason");
        }

        await().atMost(PATIENCE).until(() -> service.isIn("archive", "missing.csv"));
        assertThat(service.isIn("archive/failed", "missing.csv")).isFalse();
    }

    @Test
    void entersAFileOfACancelledRunAsSoonAsTheDatabaseTakesIt() throws Exception {
        String run;
        try {
            try (Hold hold = new Hold(database)) {
                drop("cancelled.csv", "X");
                // a server takes its writes back from whoever has some under way only by ending them
                database.execute("KILL " + hold.awaitLoad());
                database.execute("SET GLOBAL read_only = 1");
            }
            await().atMost(PATIENCE).until(() -> service.get("/etl").body().contains("the database is read-only"));
            run = lastRun("run_id");

            assertThat(service.post("/api/etl/runs/" + run + "/cancel", "")).isEqualTo(202);
            await().atMost(PATIENCE).until(() -> service.isIn("archive/failed", "cancelled.csv"));
        } finally {
            database.execute("SET GLOBAL read_only = 0");
        }

        await().atMost(PATIENCE).until(() -> lastRun("status").equals("failed"));
        assertThat(lastRun("run_id")).isEqualTo(run);
        assertThat(lastRun("message")).contains("Cancelled by admin", "cancelled.csv");
        assertThat(database.text("SELECT status FROM sales_etl.etl_file WHERE name = 'cancelled.csv'"))
                .isEqualTo("failed");
        assertThat(customers("X")).isZero();
    }

    @Test
    void waitsForRoomForItsWorkFiles() throws Exception {
        assumeThat(work.exists()).as("work files on a disk of their own").isTrue();
        work.fill();
        // rejected rows are kept aside until all rows have been read, on a disk if there is a megabyte of them
        String longName = "long ".repeat(1_000);
        List<String> lines = new ArrayList<>(List.of("customer_id,name"));
        IntStream.range(0, CUSTOMERS).forEach(i -> lines.add("W" + i + ",Name " + i));
        IntStream.range(0, CUSTOMERS).forEach(i -> lines.add("," + longName + i));

        service.drop("no-room.csv", lines.toArray(new String[0]));

        await().atMost(PATIENCE).until(() -> service.log().contains("waits for room on a disk"));
        assertThat(service.get("/etl").body()).contains("waits for room on a disk");
        assertThat(service.isIn("archive/failed", "no-room.csv")).isFalse();

        work.makeRoom();

        awaitLoaded("no-room.csv", "W");
        assertThat(database.number(
                        "SELECT COUNT(*) FROM sales_etl.quarantine q JOIN sales_etl.etl_file f USING (file_id)"
                                + " WHERE f.name = 'no-room.csv'"))
                .isEqualTo(CUSTOMERS);
    }

    private static String lastRun(String column) throws SQLException {
        return database.text("SELECT " + column + " FROM sales_etl.etl_run ORDER BY run_id DESC LIMIT 1");
    }

    /** Left to the campaign: how long a heap is nearly full before it is full depends on the machine. */
    @Tag("campaign")
    @Test
    void endsWhereMemoryRunsOutAndSetsTheFileAsideThatNeedsTooMuch() throws Exception {
        service.stop();
        List<String> lines =
                new ArrayList<>(List.of("order_id,customer_id,customer_name,product_id,order_date,quantity,price"));
        IntStream.range(0, 600_000)
                .forEach(i -> lines.add(i + ",M" + i + ",Somebody of a long name " + i + ",P1,2025-01-31,1,1"));
        service.drop("large.csv", lines.toArray(new String[0]));
        for (int death = 1; death <= 2; death++) {
            service.start("110m");

            assertThat(service.awaitEnd()).as(service.log()).isEqualTo(3);
            assertThat(service.log()).contains("has run out of memory and ends");
        }

        service.start("110m");

        await().atMost(PATIENCE)
                .until(() -> database.text("SELECT message FROM sales_etl.etl_file WHERE name = 'large.csv'")
                        .startsWith("The service stopped twice while it had large.csv in hand"));
        assertThat(service.isIn("archive/failed", "large.csv")).isTrue();
        drop("small.csv", "S");
        awaitLoaded("small.csv", "S");
        service.stop();
        service.start();
    }

    private static void drop(String name, String prefix) throws IOException {
        List<String> lines = new ArrayList<>(List.of("customer_id,name"));
        IntStream.range(0, CUSTOMERS).forEach(i -> lines.add(prefix + i + ",Name " + i));
        service.drop(name, lines.toArray(new String[0]));
    }

    private static void awaitLoaded(String name, String prefix) throws SQLException {
        await().atMost(PATIENCE).until(() -> Files.exists(HOME.resolve("archive")) && service.isIn("archive", name));
        assertThat(service.isIn("archive/failed", name)).isFalse();
        assertThat(customers(prefix)).isEqualTo(CUSTOMERS);
        assertThat(database.number(
                        "SELECT COUNT(*) FROM sales_etl.etl_file WHERE status = 'loaded' AND name = '" + name + "'"))
                .isEqualTo(1);
        assertThat(database.number("SELECT COUNT(*) FROM sales_etl.etl_file WHERE name = '" + name + "'"))
                .isEqualTo(1);
    }

    private static long customers(String prefix) throws SQLException {
        return database.number("SELECT COUNT(*) FROM sales_etl.dim_customer WHERE customer_id LIKE '" + prefix + "%'");
    }

    /** A killed service's statement goes on until the server has noticed. */
    private static void awaitNoLoad() throws SQLException {
        database.execute("SELECT 1");
        for (long id = Hold.loading(database); id > 0; id = Hold.loading(database)) {
            database.kill(id);
        }
    }
}
