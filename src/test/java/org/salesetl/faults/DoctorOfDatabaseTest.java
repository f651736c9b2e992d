package org.salesetl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.salesetl.SalesEtlApplication;
import org.salesetl.TestFolder;
import org.springframework.util.FileSystemUtils;

/** What {@code java -jar sales-etl-dashboard.jar doctor} says of a database that does not allow what the service needs. */
class DoctorOfDatabaseTest {

    private static final Path HOME = TestFolder.of("doctor-test").toAbsolutePath();

    private static DatabaseProcess database;

    @BeforeAll
    static void install() throws Exception {
        FileSystemUtils.deleteRecursively(HOME);
        database = DatabaseProcess.ofItsOwn(HOME);
        Files.createDirectories(HOME.resolve("service"));
    }

    @AfterAll
    static void stopDatabase() throws InterruptedException {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void anEmptyDatabaseIsWell() throws Exception {
        Answer answer = doctor();

        assertThat(answer.lines())
                .allMatch(line -> line.matches("(ok|warning) .*"))
                .anyMatch(line -> line.matches("ok +rights .*"))
                .anyMatch(line -> line.matches("ok +tables +get \\d+ changes at the next start.*"));
        assertThat(answer.code()).isZero();
        assertThat(HOME.resolve("service")).isEmptyDirectory();
        assertThat(database.number("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'sales_etl'"))
                .isZero();
    }

    @Test
    void aWrongPassword() throws Exception {
        Answer answer = doctor("--spring.datasource.password=wrong");

        assertThat(answer.lines())
                .anyMatch(line -> line.matches("failed +database .*refuses the user sales_etl.*password.*"));
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void aUserWithFewRights() throws Exception {
        database.execute("CREATE OR REPLACE USER 'reader'@'127.0.0.1' IDENTIFIED BY 'reader'");
        database.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON sales_etl.* TO 'reader'@'127.0.0.1'");

        Answer answer = doctor("--spring.datasource.username=reader", "--spring.datasource.password=reader");

        assertThat(answer.lines())
                .anyMatch(
                        line -> line.matches(
                                "failed +rights +the user reader lacks ALTER, CREATE, CREATE TEMPORARY TABLES, DROP, INDEX, REFERENCES on.*"));
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void aServerThatIsReadOnlyAndLoadsNoFiles() throws Exception {
        database.execute("SET GLOBAL read_only = 1");
        database.execute("SET GLOBAL local_infile = 0");
        try {
            Answer answer = doctor();

            assertThat(answer.lines())
                    .anyMatch(line -> line.matches("warning +database .*is read-only.*"))
                    .anyMatch(line -> line.matches("warning +database .*local_infile=ON.*"));
            assertThat(answer.code()).isZero();
        } finally {
            database.execute("SET GLOBAL read_only = 0");
            database.execute("SET GLOBAL local_infile = 1");
        }
    }

    @Test
    void tablesOfAnotherProgram() throws Exception {
        database.execute("CREATE TABLE sales_etl.dim_product (id INT)");
        try {
            Answer answer = doctor();

            assertThat(answer.lines()).anyMatch(line -> line.matches("failed +tables .*dim_product.*"));
        } finally {
            database.execute("DROP TABLE sales_etl.dim_product");
        }
    }

    @Test
    void aClockThatIsWrong() throws Exception {
        // the clock of the server as every new connection sees it
        database.execute("SET GLOBAL init_connect = 'SET timestamp = 1000000000'");
        try {
            assertThat(doctor().lines()).anyMatch(line -> line.matches("warning +clock .* s behind .*NTP.*"));
        } finally {
            database.execute("SET GLOBAL init_connect = ''");
        }
    }

    @Test
    void anUnknownCommandStartsNothing() throws Exception {
        Answer answer = run("dcotor");

        assertThat(answer.lines())
                .containsExactly("There is no command dcotor. Without a command the service starts; the"
                        + " commands are: backup, doctor, restore");
        assertThat(answer.code()).isEqualTo(2);
    }

    private static Answer doctor(String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("doctor"));
        arguments.addAll(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + DatabaseProcess.USER,
                "--spring.datasource.password=" + DatabaseProcess.PASSWORD));
        ServiceProcess.replace(arguments, options);
        return run(arguments.toArray(String[]::new));
    }

    private static Answer run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                SalesEtlApplication.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(HOME.resolve("service").toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), said.lines().toList());
    }

    private record Answer(int code, List<String> lines) {}
}
