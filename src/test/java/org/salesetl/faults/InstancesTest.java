package org.salesetl.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.salesetl.faults.Signals.pause;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.salesetl.TestFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Two instances with one inbox and one database: what one of them takes over from the other. */
@TestMethodOrder(OrderAnnotation.class)
class InstancesTest {

    private static final Logger log = LoggerFactory.getLogger(InstancesTest.class);
    private static final Path HOME = TestFolder.of("instances-test").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration TAKE_OVER = Duration.ofSeconds(10);

    private static DatabaseProcess database;
    private static ServiceProcess first;
    private static ServiceProcess second;

    @BeforeAll
    static void startAll() throws Exception {
        FileSystemUtils.deleteRecursively(HOME);
        database = DatabaseProcess.ofItsOwn(HOME);
        first = new ServiceProcess(HOME, database);
        second = new ServiceProcess(HOME, "second", database);
        // both at once, as an installation with several instances does at its first start
        first.start("256m");
        second.start("256m");
        first.awaitReady();
        second.awaitReady();
        Hold.prepare(database);
    }

    @AfterAll
    static void stopAll() throws InterruptedException {
        for (ServiceProcess service : new ServiceProcess[] {first, second}) {
            if (service != null) {
                service.close();
            }
        }
        if (database != null) {
            database.close();
        }
    }

    @BeforeEach
    void startWhatWasEnded() throws IOException {
        for (ServiceProcess service : new ServiceProcess[] {first, second}) {
            if (!service.isRunning()) {
                service.start("256m");
                service.awaitReady();
            }
        }
    }

    @Test
    void anotherInstanceGoesOnWithinSecondsIfThatWhichLoadsIsKilled() throws Exception {
        Duration took;
        try (Hold hold = new Hold(database)) {
            drop("killed.csv", "K");
            long connection = hold.awaitLoad();
            ServiceProcess other = other(holder());
            await().atMost(PATIENCE).until(() -> noted() == connection);
            holder().kill();
            long killed = System.nanoTime();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> other.id().equals(holderId())
                            && Hold.loading(database) > 0
                            && Hold.loading(database) != connection);
            took = Duration.ofNanos(System.nanoTime() - killed);
        }
        log.info("Another instance loaded the file {} ms after the first was killed", took.toMillis());
        assertThat(took).isLessThan(TAKE_OVER);
        assertLoadedOnce("killed.csv", "K");
    }

    /** Its connections stay open, so it has not died. */
    @Test
    void anInstanceThatStandsStillForSecondsKeepsItsLease() throws Exception {
        try (Hold hold = new Hold(database)) {
            drop("still.csv", "S");
            hold.awaitLoad();
            String id = holderId();
            holder().freeze(Duration.ofSeconds(8));
            assertThat(holderId()).isEqualTo(id);
        }
        assertLoadedOnce("still.csv", "S");
        assertThat(first.log() + second.log()).doesNotContain("Another instance has taken the run lease");
    }

    @Test
    void whoHasSignedInOnOneIsSignedInOnAllAndStaysSoIfThatOneDies() throws Exception {
        String session = signIn(first);
        assertThat(account(second, session).statusCode()).isEqualTo(200);

        first.kill();

        assertThat(account(second, session).body()).contains("Sessions", "127.0.0.1");
        first.start("256m");
        first.awaitReady();
        assertThat(account(first, session).statusCode()).isEqualTo(200);
    }

    /** The database keeps the sessions, and only it knows whether somebody has signed in. */
    @Test
    void whoHasSignedInIsToldThatTheDatabaseIsAwayAndStaysSignedIn() throws Exception {
        String session = signIn(second);
        database.kill();

        HttpResponse<String> page = account(second, session);
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElse("")).endsWith("/sign-in?away&back=%2Faccount");
        HttpResponse<String> home =
                second.send(second.request("/").header("Cookie", session).header("Accept", "text/html"));
        assertThat(home.statusCode()).isEqualTo(503);
        assertThat(home.body()).doesNotContain("Exception");

        database.start();
        await().atMost(PATIENCE).until(() -> account(second, session).statusCode() == 200);
    }

    @Test
    void aPageOfOneShowsWithinASecondWhatAnotherHasLoaded() throws Exception {
        try (Events ofFirst = new Events(first);
                Events ofSecond = new Events(second)) {
            long before = newestFile();
            Events ofOther;
            try (Hold hold = new Hold(database)) {
                drop("live.csv", "L");
                hold.awaitLoad();
                ofOther = holder() == first ? ofSecond : ofFirst;
            }
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> newestFile() > before);
            long committed = System.nanoTime();
            String version = "\"" + newestFile() + ".";
            assertThat(ofOther.untilOneHas(version)).contains(version);
            Duration took = Duration.ofNanos(System.nanoTime() - committed);
            log.info("A page was told {} ms after another instance had committed", took.toMillis());
            assertThat(took).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void noOtherProcessMayUseTheDataOfOneThatRuns() throws Exception {
        ServiceProcess third = new ServiceProcess(HOME, "third", database);
        try {
            third.start("256m", "--sales-etl.data=" + first.data());
            assertThat(third.awaitEnd()).isEqualTo(1);
        } finally {
            third.close();
        }
        assertThat(third.log())
                .contains("Another instance of this service is running")
                .doesNotContain("\tat ");
    }

    /**
     * The clock of one is a second fast, so the run of the other one would begin when that of the first has ended. Comes last, because both
     * have other settings then.
     */
    @Test
    @Order(Integer.MAX_VALUE)
    void theClockStartsARunOnOneOfThem() throws Exception {
        second.clock().set(Duration.ofSeconds(1));
        for (ServiceProcess service : new ServiceProcess[] {first, second}) {
            service.kill();
            service.start("256m", "--sales-etl.schedule=0/4 * * * * ?");
        }
        first.awaitReady();
        second.awaitReady();
        long before = scheduled();
        pause(Duration.ofSeconds(16));

        assertThat(scheduled() - before).isBetween(3L, 5L);
    }

    private static long newestFile() throws SQLException {
        return database.number("SELECT MAX(file_id) FROM sales_etl.etl_file");
    }

    private static long scheduled() throws SQLException {
        return database.number("SELECT COUNT(*) FROM sales_etl.etl_run WHERE triggered_by = 'schedule'");
    }

    @Test
    void anInstanceThatIsAskedToStopFinishesItsFileAndHandsTheRestOver() throws Exception {
        ServiceProcess stopping;
        ServiceProcess other;
        Thread stop;
        try (Hold hold = new Hold(database)) {
            drop("in-hand.csv", "H1");
            hold.awaitLoad();
            stopping = holder();
            other = other(stopping);
            drop("next.csv", "H2");
            stop = new Thread(() -> assertThatCode(stopping::stop).doesNotThrowAnyException());
            stop.start();
            await().atMost(PATIENCE).until(() -> !answers(stopping));
        }
        stop.join();
        assertThat(stopping.isIn("archive", "in-hand.csv")).isTrue();
        long stopped = System.nanoTime();
        await().atMost(PATIENCE).until(() -> first.isIn("archive", "next.csv"));
        log.info(
                "The next file was loaded {} ms after the first instance had ended",
                Duration.ofNanos(System.nanoTime() - stopped).toMillis());
        assertLoadedOnce("in-hand.csv", "H1");
        assertLoadedOnce("next.csv", "H2");
        assertThat(other.isRunning()).isTrue();
    }

    @Test
    void anOlderInstanceLoadsNothingOnceANewerOneHasChangedTheTables() throws Exception {
        try {
            try (Hold hold = new Hold(database)) {
                drop("upgrade.csv", "U");
                hold.awaitLoad();
                database.execute(
                        "INSERT INTO sales_etl.flyway_schema_history (installed_rank, version, description, type,"
                                + " script, installed_by, execution_time, success)"
                                + " SELECT MAX(installed_rank) + 1, '9999', 'newer', 'SQL', 'V9999__newer.sql', 'newer', 1, 1"
                                + " FROM sales_etl.flyway_schema_history");
            }
            await().atMost(PATIENCE)
                    .until(() -> (first.log() + second.log())
                            .contains("upgrade.csv has not loaded; the next start goes on with it"));
            await().atMost(PATIENCE).until(() -> first.log().contains("start it with the newer version"));
            await().atMost(PATIENCE).until(() -> holderId().equals("null"));
            HttpResponse<String> refused = first.sendAsAdmin(first.request("/api/etl/runs")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"mode\":\"incremental\"}")));
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("This instance loads nothing any more");
            assertThat(first.get("/etl").body()).contains("A newer version of the service has changed the tables");
            assertThat(first.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(first.get("/actuator/health").statusCode()).isEqualTo(503);
            assertThat(database.number("SELECT COUNT(*) FROM sales_etl.dim_customer WHERE customer_id = 'U'"))
                    .isZero();
        } finally {
            database.execute("DELETE FROM sales_etl.flyway_schema_history WHERE version = '9999'");
        }
        assertLoadedOnce("upgrade.csv", "U");
    }

    private static boolean answers(ServiceProcess service) {
        try {
            return service.get("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void drop(String file, String id) throws IOException {
        first.drop(file, "customer_id,name,city", id + ",Ann,Paris");
    }

    private static void assertLoadedOnce(String file, String id) throws SQLException {
        await().atMost(PATIENCE).until(() -> first.isIn("archive", file));
        assertThat(database.number("SELECT COUNT(*) FROM sales_etl.etl_file WHERE name = '" + file + "'"))
                .isEqualTo(1);
        assertThat(database.number("SELECT COUNT(*) FROM sales_etl.dim_customer WHERE customer_id = '" + id + "'"))
                .isEqualTo(1);
    }

    private static String holderId() throws SQLException {
        return database.text("SELECT holder FROM sales_etl.run_lease");
    }

    /** The connection of the load that the lease names. */
    private static long noted() throws SQLException {
        return database.number("SELECT load_connection FROM sales_etl.run_lease");
    }

    private static ServiceProcess holder() throws SQLException, IOException {
        return first.id().equals(holderId()) ? first : second;
    }

    private static ServiceProcess other(ServiceProcess service) {
        return service == first ? second : first;
    }

    /** Signs in at the page; the cookie of the session. */
    private static String signIn(ServiceProcess service) throws IOException, InterruptedException {
        String token = cookie(service.get("/sign-in"), "XSRF-TOKEN=");
        String form = "username=admin&password=only-for-tests&_csrf="
                + URLEncoder.encode(token.substring(token.indexOf('=') + 1), StandardCharsets.UTF_8);
        return cookie(
                service.send(service.request("/sign-in")
                        .header("Cookie", token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))),
                "JSESSIONID=");
    }

    private static String cookie(HttpResponse<String> answer, String beginning) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(beginning))
                .map(cookie -> cookie.split(";", 2)[0])
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> account(ServiceProcess service, String session)
            throws IOException, InterruptedException {
        return service.send(
                service.request("/account").header("Cookie", session).header("Accept", "text/html"));
    }

    /** The events that a page gets. */
    private static final class Events implements AutoCloseable {

        private final BufferedReader lines;

        Events(ServiceProcess service) throws IOException, InterruptedException {
            lines = new BufferedReader(new InputStreamReader(service.stream("/api/events"), StandardCharsets.UTF_8));
        }

        /** The data of the first event that has this text. */
        String untilOneHas(String text) throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data:") && line.contains(text)) {
                    return line;
                }
            }
            throw new IllegalStateException("The page gets no more events");
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
