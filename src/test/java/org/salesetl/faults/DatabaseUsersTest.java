package org.salesetl.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.TestFolder;
import org.salesetl.backup.Backup;
import org.salesetl.backup.Restore;
import org.salesetl.doctor.Doctor;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

/** The users that {@code docker/create-users} makes: one owns the tables, the service works on their rows, and readers read. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseUsersTest {

    private static final Path HOME = TestFolder.of("database-users-test").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Of all users; nothing in it may end a string of SQL. */
    private static final String PASSWORD = "only'for\\tests";

    private static final String SERVICE = "sales_etl";
    private static final String OWNER = "sales_etl_owner";
    private static final String READER = "sales_etl_reader";

    private static DatabaseProcess database;
    private static ServiceProcess service;

    @BeforeAll
    static void startBoth() throws Exception {
        FileSystemUtils.deleteRecursively(HOME);
        database = DatabaseProcess.ofItsOwn(HOME);
        database.execute("DROP USER sales_etl@127.0.0.1");
        for (String statement : statementsOfScript()) {
            database.execute(statement);
        }
        service = new ServiceProcess(HOME.resolve("service"), database);
        service.start("512m", users());
        service.awaitReady();
        service.drop("customers.csv", "customer_id,name,city", "C1,Anna,Bern", "C2,Bo,Oslo");
        service.drop("products.csv", "product_id,name,category,cost_price,price", "P1,Desk,Office,10.00,25.50");
        service.drop(
                "sales.csv",
                "order_id,customer_id,product_id,order_date,quantity",
                "O1,C1,P1,2025-01-31,2",
                "O2,C2,P1,2025-02-01,1",
                "O3,C2,P1,2025-02-30,1",
                "O4,C2,NEW,2025-03-01,1");
        awaitSales();
    }

    @AfterAll
    static void stopBoth() throws InterruptedException {
        if (service != null) {
            service.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void serviceDoesItsWork() throws Exception {
        assertThat(service.startRun("reload")).isEqualTo(202);
        await().atMost(PATIENCE)
                .until(() ->
                        database.number("SELECT COUNT(*) FROM etl_run WHERE mode = 'reload' AND status = 'succeeded'")
                                == 1);
        awaitSales();

        assertThat(service.get("/api/metrics/top-customers").body()).contains("Anna", "51.00");
        assertThat(database.number("SELECT COUNT(*) FROM audit_entry")).isPositive();
        assertThat(service.log()).doesNotContain("denied", "could change the audit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET user_name = 'nobody'",
                "DELETE FROM audit_entry",
                "REPLACE INTO audit_entry SELECT * FROM audit_entry",
                "TRUNCATE TABLE audit_entry",
                "DROP TABLE audit_entry",
                "ALTER TABLE audit_entry DROP COLUMN user_name",
                "RENAME TABLE audit_entry TO elsewhere",
                "CREATE TABLE another (id INT)",
                "DELETE FROM flyway_schema_history"
            })
    void serviceChangesNeitherAuditNorTables(String statement) {
        assertThatThrownBy(() -> execute(SERVICE, statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("denied");
    }

    @Test
    void readerReadsTheWarehouseAlone() throws Exception {
        assertThat(execute(READER, "SHOW TABLES"))
                .contains("fact_sales", "dim_customer", "rollup_month", "exchange_rate", "etl_file", "quarantine")
                .doesNotContain("user_account", "api_token", "audit_entry", "flyway_schema_history", "saved_mapping");
        assertThat(execute(READER, "SELECT SUM(revenue) FROM fact_sales")).containsExactly("76.5000");
        for (String table : List.of("user_account", "api_token", "audit_entry")) {
            assertThatThrownBy(() -> execute(READER, "SELECT * FROM " + table)).hasMessageContaining("denied");
        }
        assertThatThrownBy(() -> execute(READER, "DELETE FROM fact_sales")).hasMessageContaining("denied");
    }

    @Test
    void doctorSaysWhatIsMissingAndWhatIsTooMuch(CapturedOutput output) throws Exception {
        Files.createDirectories(HOME.resolve("doctor"));
        assertThat(doctor(output))
                .contains("sales_etl_owner may change the tables, and give others rights on them")
                .contains("sales_etl may do what the service does, and not change the audit")
                .doesNotContain("warning  rights");

        database.execute("GRANT DELETE ON sales_etl.* TO sales_etl");
        database.execute("REVOKE CREATE TEMPORARY TABLES ON sales_etl.* FROM sales_etl");
        database.execute("REVOKE GRANT OPTION ON sales_etl.* FROM sales_etl_owner");
        try {
            assertThat(doctor(output))
                    .contains("the user sales_etl_owner lacks GRANT OPTION")
                    .contains("the user sales_etl lacks CREATE TEMPORARY TABLES")
                    .contains("sales_etl has DELETE on the whole database, so the service could change the audit")
                    .contains("REVOKE ALL PRIVILEGES, GRANT OPTION FROM `sales_etl`@`%`;"
                            + " GRANT CREATE TEMPORARY TABLES ON `sales_etl`.* TO `sales_etl`@`%`;");
        } finally {
            database.execute("REVOKE DELETE ON sales_etl.* FROM sales_etl");
            database.execute("GRANT CREATE TEMPORARY TABLES ON sales_etl.* TO sales_etl");
            database.execute("GRANT ALL PRIVILEGES ON sales_etl.* TO sales_etl_owner WITH GRANT OPTION");
        }

        database.execute("REVOKE SELECT ON sales_etl.fact_sales FROM sales_etl");
        try {
            assertThat(doctor(output))
                    .contains("lacks rights on 1 tables, such as fact_sales. The next start gives them");
        } finally {
            database.execute("GRANT SELECT ON sales_etl.fact_sales TO sales_etl");
        }
    }

    @Test
    void startSaysWhatAnAdministratorHasToDo(CapturedOutput output) throws Exception {
        assertThat(refusedStart(output, "--sales-etl.database-reader=nobody@10.%"))
                .contains("no account `nobody`@`10.%`", "CREATE USER `nobody`@`10.%`");
        assertThat(refusedStart(output, "--spring.flyway.password=wrong"))
                .contains("refuses the user sales_etl_owner", "Correct spring.flyway.user and spring.flyway.password");
        database.execute("REVOKE CREATE TEMPORARY TABLES ON sales_etl.* FROM sales_etl");
        try {
            assertThat(refusedStart(output, "--sales-etl.watch=0"))
                    .contains("may make no temporary tables", "GRANT CREATE TEMPORARY TABLES ON `sales_etl`.*");
        } finally {
            database.execute("GRANT CREATE TEMPORARY TABLES ON sales_etl.* TO sales_etl");
        }
    }

    @Test
    void backupNeedsTheUserOfTheServiceAlone() throws Exception {
        Path folder = Files.createDirectories(HOME.resolve("backup"));
        for (String day : List.of("01", "02", "03")) {
            Files.writeString(folder.resolve("sales-etl-2025-01-" + day + "-0315.zip"), "");
        }
        Files.writeString(folder.resolve("before-upgrade.zip"), "");

        assertThat(new Backup()
                        .run(options(
                                folder,
                                "service",
                                database.url(),
                                "--spring.datasource.username=" + SERVICE,
                                "--spring.datasource.password=" + PASSWORD,
                                "--sales-etl.keep-backups=2")))
                .isZero();

        List<Path> kept;
        try (Stream<Path> files = Files.list(folder)) {
            kept = files.sorted().toList();
        }
        assertThat(kept)
                .hasSize(3)
                .startsWith(folder.resolve("before-upgrade.zip"), folder.resolve("sales-etl-2025-01-03-0315.zip"));
        Files.writeString(Files.createDirectories(HOME.resolve("again/archive")).resolve(".gitkeep"), "");
        database.execute("CREATE DATABASE again CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        database.execute("GRANT ALL PRIVILEGES ON again.* TO sales_etl_owner WITH GRANT OPTION");
        assertThat(new Restore()
                        .run(options(kept.get(2), "again", database.url().replace("/sales_etl?", "/again?"), users())))
                .isZero();
        assertThat(database.number("SELECT SUM(revenue) * 10 FROM again.fact_sales"))
                .isEqualTo(765);
        assertThat(database.number("SELECT COUNT(*) FROM again.user_account")).isOne();
    }

    /** What the script sends to the server, which a shell script of the test's stands for. */
    private static List<String> statementsOfScript() throws Exception {
        Path secrets = Files.createDirectories(HOME.resolve("secrets"));
        for (String user : List.of("root-", "owner-", "", "reader-")) {
            Files.writeString(secrets.resolve("mysql-" + user + "password"), PASSWORD + "\n");
        }
        Path program = Files.createDirectories(HOME.resolve("bin")).resolve("mysql");
        Files.writeString(program, "#!/bin/sh\nexec cat\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder script = new ProcessBuilder(
                Path.of("docker/create-users").toAbsolutePath().toString());
        script.environment().put("SECRETS", secrets.toString());
        script.environment().merge("PATH", program.getParent() + ":", (path, own) -> own + path);
        Process process = script.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> statements = new ArrayList<>();
        new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .map(line -> line.replaceFirst(";$", ""))
                .forEach(statements::add);
        assertThat(process.waitFor()).isZero();
        assertThat(statements).hasSizeGreaterThan(4);
        return statements;
    }

    private static String[] users() {
        return new String[] {
            "--spring.flyway.user=" + OWNER,
            "--spring.flyway.password=" + PASSWORD,
            "--spring.datasource.username=" + SERVICE,
            "--spring.datasource.password=" + PASSWORD,
            "--sales-etl.database-reader=" + READER
        };
    }

    private static String[] options(Path file, String home, String url, String... others) {
        return Stream.concat(
                        Stream.of(file.toString(), "--spring.datasource.url=" + url),
                        Stream.concat(folders(home), Stream.of(others)))
                .toArray(String[]::new);
    }

    private static Stream<String> folders(String home) {
        return Stream.of("inbox", "archive", "data", "mappings")
                .map(folder ->
                        "--sales-etl." + folder + "=" + HOME.resolve(home).resolve(folder));
    }

    /** What the doctor says now. */
    private static String doctor(CapturedOutput output) {
        int before = output.getOut().length();
        new Doctor()
                .run(Stream.concat(
                                Stream.of("--server.port=0", "--spring.datasource.url=" + database.url()),
                                Stream.concat(folders("doctor"), Stream.of(users())))
                        .toArray(String[]::new));
        return output.getOut().substring(before);
    }

    /** The log of a second service that does not start with another option. */
    private static String refusedStart(CapturedOutput output, String option) {
        String words = new RefusedStart(HOME.resolve("second"), database, output)
                .words(Stream.concat(Stream.of(users()), Stream.of(option)).toArray(String[]::new));
        assertThat(words).doesNotContain("\tat ", PASSWORD);
        return words;
    }

    private static void awaitSales() {
        await().atMost(PATIENCE).until(() -> database.number("SELECT COUNT(*) FROM fact_sales") == 2);
        await().atMost(PATIENCE)
                .until(() -> service.get("/api/etl/progress").body().contains("\"running\":false"));
    }

    /** Executes a statement as a user; the first column of the answer. */
    private static List<String> execute(String user, String sql) throws SQLException {
        List<String> cells = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(database.url(), user, PASSWORD);
                Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                ResultSet rows = statement.getResultSet();
                while (rows.next()) {
                    cells.add(rows.getString(1));
                }
            }
        }
        return cells;
    }
}
