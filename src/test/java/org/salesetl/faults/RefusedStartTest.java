package org.salesetl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.salesetl.FreePort;
import org.salesetl.TestFolder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

/** If the service cannot start, the log has a sentence that says what to do, and no stack trace. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedStartTest {

    private static final Path HOME = TestFolder.of("refused-start-test").toAbsolutePath();

    private static DatabaseProcess database;

    private RefusedStart start;

    @BeforeAll
    static void install() throws Exception {
        FileSystemUtils.deleteRecursively(HOME);
        database = DatabaseProcess.ofItsOwn(HOME);
    }

    @BeforeEach
    void prepare(CapturedOutput output) {
        start = new RefusedStart(HOME.resolve("service"), database, output);
    }

    @AfterAll
    static void stopDatabase() throws InterruptedException {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void endsTheProcess() throws Exception {
        ServiceProcess service = new ServiceProcess(HOME.resolve("process"), database);
        try {
            service.start("256m", "--spring.datasource.password=wrong");
            assertThat(service.awaitEnd()).isEqualTo(1);
        } finally {
            service.close();
        }
        assertThat(service.log()).contains("refuses the user sales_etl");
        requireSentences(service.log());
    }

    @Test
    void aWrongPassword() {
        assertRefused("spring.datasource.password", "--spring.datasource.password=wrong", "refuses the user sales_etl");
    }

    @Test
    void noDatabase() {
        assertRefused(
                "Create the database",
                "--spring.datasource.url=" + database.url().replace("/sales_etl?", "/sales?"),
                "has no database of that name, or none that the user sales_etl may use");
    }

    @Test
    void noServer() {
        assertRefused(
                "Start the server, or correct spring.datasource.url",
                "--spring.datasource.url=jdbc:mysql://127.0.0.1:" + FreePort.find() + "/sales_etl",
                "No database server answers at");
    }

    @Test
    void tooFewRights() throws Exception {
        database.execute("CREATE USER reader@127.0.0.1 IDENTIFIED BY '" + DatabaseProcess.PASSWORD + "'");
        database.execute("GRANT SELECT ON sales_etl.* TO reader@127.0.0.1");

        assertRefused("all privileges", "--spring.datasource.username=reader", "The user reader has too few rights");
    }

    @Test
    void theTablesOfSomebodyElse() throws Exception {
        database.execute("CREATE DATABASE shop");
        database.execute("GRANT ALL PRIVILEGES ON shop.* TO sales_etl@127.0.0.1");
        database.execute("CREATE TABLE shop.fact_sales (id INT PRIMARY KEY)");

        assertRefused(
                "Create a database for this service alone",
                "--spring.datasource.url=" + database.url().replace("/sales_etl?", "/shop?"),
                "The database holds a table fact_sales already that this service has not made.");
    }

    @Test
    void aNetworkAddressWithoutEncryption() {
        assertRefused("server.ssl", "--server.address=0.0.0.0", "server.address");
    }

    @Test
    void anInboxThatIsAFile() throws Exception {
        Path file = Files.writeString(HOME.resolve("inbox-file"), "");

        assertRefused("sales-etl.inbox", "--sales-etl.inbox=" + file, file.toString());
    }

    @Test
    void anArchiveThatCannotBeMade() {
        assertRefused("sales-etl.archive", "--sales-etl.archive=/proc/archive", "/proc/archive");
    }

    private void assertRefused(String wayOut, String option, String reason) {
        String words = start.words(option);

        assertThat(words).contains(reason, wayOut);
        requireSentences(words);
    }

    private static void requireSentences(String words) {
        assertThat(words).doesNotContain("\tat ").doesNotContain("only-for-tests");
        assertThat(words.lines().filter(line -> !line.isBlank() && !line.contains(" INFO ")))
                .hasSizeLessThan(15);
    }
}
