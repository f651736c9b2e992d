package org.salesetl.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.WorkFolder;
import org.salesetl.rollup.FillRollups;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Runs on a database of its own: of an embedded server, or beside the one that {@code -Dspring.datasource.url} names. */
@Tag("database")
class SchemaTest {

    private static final String NAME = "sales_etl_schema";

    @TempDir
    private static Path folder;

    private static @Nullable EmbeddedServer server;
    private static DriverManagerDataSource database;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void connect() {
        String url = System.getProperty("spring.datasource.url");
        if (url == null) {
            EmbeddedServer embedded = EmbeddedServer.start(folder);
            server = embedded;
            database = new DriverManagerDataSource(embedded.url(), EmbeddedServer.USER, embedded.password());
        } else {
            database = new DriverManagerDataSource(
                    url,
                    System.getProperty("spring.datasource.username"),
                    System.getProperty("spring.datasource.password"));
            new JdbcTemplate(database)
                    .execute("CREATE DATABASE IF NOT EXISTS " + NAME + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
            database.setUrl(url.replaceFirst("/[^/?]+($|\\?)", "/" + NAME + "$1"));
        }
        jdbc = new JdbcTemplate(database);
    }

    @AfterAll
    static void disconnect() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void empty() {
        configuration().cleanDisabled(false).load().clean();
    }

    @Test
    void repeatsEveryMigrationWhoseEntryInTheHistoryIsMissing() {
        start();
        List<String> straight = structure();
        empty();

        for (MigrationInfo migration : configuration().load().info().all()) {
            String version = String.valueOf(migration.getVersion());
            startAt(version);
            assertThat(jdbc.update("DELETE FROM flyway_schema_history WHERE version = ?", version))
                    .isOne();
            startAt(version);
        }

        assertThat(structure()).isEqualTo(straight).hasSizeGreaterThan(100);
        assertThat(configuration().load().info().pending()).isEmpty();
    }

    @Test
    void goesOnInTheMiddleOfAMigrationOfSeveralChanges() {
        start();
        List<String> straight = structure();
        empty();
        startAt("20");
        jdbc.execute("ALTER TABLE dim_customer ADD COLUMN from_sales BOOLEAN NOT NULL DEFAULT FALSE");

        start();

        assertThat(structure()).isEqualTo(straight);
    }

    @Test
    void repeatsAMigrationThatFailed() {
        startAt("23");
        jdbc.execute("RENAME TABLE dismissal TO dismissal_elsewhere");
        assertThatThrownBy(SchemaTest::start)
                .isInstanceOf(SchemaException.class)
                .hasMessageStartingWith("The schema could not be brought to the version that the service needs: ")
                .hasMessageNotContaining("Script V24");
        jdbc.execute("RENAME TABLE dismissal_elsewhere TO dismissal");

        start();

        assertThat(configuration().load().info().pending()).isEmpty();
    }

    @Test
    void takesADatabaseWhoseMigrationsReadOtherwiseThen() {
        start();
        jdbc.update("UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version IS NOT NULL");

        start();

        assertThat(configuration().load().validateWithResult().validationSuccessful)
                .isTrue();
    }

    @Test
    void leavesTheTablesOfOthersAlone() {
        jdbc.execute("CREATE TABLE invoice (id INT PRIMARY KEY)");

        start();

        assertThat(configuration().load().info().pending()).isEmpty();
        assertThat(structure()).anyMatch(column -> column.startsWith("invoice"));
    }

    @Test
    void refusesASchemaFromTheFuture() {
        start();
        addToHistory("28", "create forecast");

        assertThatThrownBy(SchemaTest::start)
                .isInstanceOf(SchemaException.class)
                .hasMessage(
                        "The schema of the database has the version 28, and this version of the service knows no version"
                                + " beyond 27.");
    }

    @Test
    void refusesTheHistoryOfAnotherProgram() {
        startAt("1");
        jdbc.update("UPDATE flyway_schema_history SET description = 'init' WHERE version = '1'");

        assertThatThrownBy(SchemaTest::start)
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("belongs to another program: it lists \"1 init\"");
    }

    @Test
    void refusesTheHistoryOfAnotherProgramWithVersionsOfItsOwn() {
        startAt("1");
        jdbc.update("UPDATE flyway_schema_history SET version = '1.5', description = 'orders' WHERE version = '1'");

        assertThatThrownBy(SchemaTest::start)
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("belongs to another program: it lists \"1.5 orders\"");
    }

    @Test
    void refusesTablesThatSomebodyElseHasMadeUnderOneOfItsNames() {
        jdbc.execute("CREATE TABLE fact_sales (id INT PRIMARY KEY)");

        assertThatThrownBy(SchemaTest::start)
                .isInstanceOf(SchemaException.class)
                .hasMessage("The database holds a table fact_sales already that this service has not made.");
        assertThat(jdbc.queryForList("SHOW TABLES", String.class))
                .as("nothing else was made")
                .hasSize(1);
    }

    private static void start() {
        new Schema().migrate(configuration().load());
    }

    private static void startAt(String version) {
        new Schema()
                .migrate(configuration()
                        .target(MigrationVersion.fromVersion(version))
                        .load());
    }

    /** As application.yaml has it. */
    private static FluentConfiguration configuration() {
        return Flyway.configure()
                .dataSource(database)
                .javaMigrations(new FillRollups(WorkFolder.at(Path.of("target", "schema-test"))))
                .baselineOnMigrate(true)
                .baselineVersion("0");
    }

    private static void addToHistory(String version, String description) {
        jdbc.update(
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success) VALUES (1000, ?, ?, 'SQL', 'x.sql', 1, 'x', 1, TRUE)",
                version,
                description);
    }

    /** Every column, key and constraint, one a line. */
    private static List<String> structure() {
        List<String> lines = jdbc.queryForList("""
                SELECT CONCAT_WS(' ', table_name, ordinal_position, column_name, column_type, is_nullable, column_default, extra)
                FROM information_schema.columns WHERE table_schema = DATABASE()
                UNION ALL
                SELECT CONCAT_WS(' ', table_name, index_name, seq_in_index, column_name, non_unique)
                FROM information_schema.statistics WHERE table_schema = DATABASE()
                UNION ALL
                SELECT CONCAT_WS(' ', table_name, constraint_name, constraint_type)
                FROM information_schema.table_constraints WHERE table_schema = DATABASE()""", String.class);
        String[] sorted = lines.toArray(String[]::new);
        Arrays.sort(sorted);
        return List.of(sorted);
    }
}
