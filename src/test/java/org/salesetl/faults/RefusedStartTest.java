package org.salesetl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.salesetl.TestFolder;
import org.springframework.util.FileSystemUtils;

/** If the service cannot start, the log has a sentence that says what to do, and no stack trace. */
class RefusedStartTest {

    private static final Path HOME = TestFolder.of("refused-start-test").toAbsolutePath();

    private static DatabaseProcess database;
    private static ServiceProcess service;

    @BeforeAll
    static void install() throws Exception {
        FileSystemUtils.deleteRecursively(HOME);
        database = DatabaseProcess.ofItsOwn(HOME);
        service = new ServiceProcess(HOME.resolve("service"), database);
    }

    @AfterEach
    void stop() throws InterruptedException {
        service.close();
    }

    @AfterAll
    static void stopDatabase() throws InterruptedException {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void aWrongPassword() throws Exception {
        assertRefused("spring.datasource.password", "--spring.datasource.password=wrong", "refuses the user sales_etl");
    }

    @Test
    void noDatabase() throws Exception {
        assertRefused(
                "Create the database",
                "--spring.datasource.url=" + database.url().replace("/sales_etl?", "/sales?"),
                "has no database of that name, or none that the user sales_etl may use");
    }

    @Test
    void noServer() throws Exception {
        assertRefused(
                "Start the server, or correct spring.datasource.url",
                "--spring.datasource.url=jdbc:mysql://127.0.0.1:" + DatabaseProcess.freePort() + "/sales_etl",
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
    void aNetworkAddressWithoutEncryption() throws Exception {
        assertRefused("server.ssl", "--server.address=0.0.0.0", "server.address");
    }

    @Test
    void anInboxThatIsAFile() throws Exception {
        Path file = Files.writeString(HOME.resolve("inbox-file"), "");

        assertRefused("sales-etl.inbox", "--sales-etl.inbox=" + file, file.toString());
    }

    @Test
    void anArchiveThatCannotBeMade() throws Exception {
        assertRefused("sales-etl.archive", "--sales-etl.archive=/proc/archive", "/proc/archive");
    }

    private static void assertRefused(String wayOut, String option, String reason) throws Exception {
        service.start("256m", option);

        assertThat(service.awaitEnd()).isEqualTo(1);
        assertThat(service.log())
                .contains(reason, wayOut)
                .doesNotContain("\tat ")
                .doesNotContain("only-for-tests");
        assertThat(service.log().lines().filter(line -> !line.isBlank() && !line.contains(" INFO ")))
                .hasSizeLessThan(15);
    }
}
