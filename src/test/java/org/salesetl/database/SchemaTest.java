package org.salesetl.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salesetl.TestFolder;
import org.salesetl.TestServer;
import org.salesetl.rollup.FillRollups;
import org.salesetl.rollup.RefillRollups;
import org.salesetl.work.WorkFolder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Uses a database of its own, in an embedded server or in the server that {@code -Dspring.datasource.url} names. */
@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
class SchemaTest {

    private static final String NAME = "sales_etl_schema";

    private static final Path DUMPS = Path.of("src/test/resources/schemas");
    private static final Path DUMP = DUMPS.resolve("V27.sql");

    @TempDir
    private static Path folder;

    private static @Nullable EmbeddedServer server;
    private static DriverManagerDataSource database;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void connect() {
        String url = System.getProperty("spring.datasource.url");
        if (url == null) {
            TestServer.install(folder);
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

    @Tag("variants")
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

    /** A start was killed, or another one goes on, between the making of the history and its first entry. */
    @Test
    void beginsAgainWhereTheHistoryHasNoEntryYet() {
        configuration().load().baseline();
        assertThat(jdbc.update("DELETE FROM flyway_schema_history")).isOne();

        start();

        assertThat(configuration().load().info().pending()).isEmpty();
    }

    @Test
    void letsSeveralFirstStartsFollowEachOther() throws Exception {
        List<Callable<Void>> starts = Collections.nCopies(4, () -> {
            start();
            return null;
        });

        ExecutorService instances = Executors.newFixedThreadPool(starts.size());
        try {
            for (Future<Void> instance : instances.invokeAll(starts)) {
                instance.get();
            }
        } finally {
            instances.shutdownNow();
        }

        assertThat(configuration().load().info().pending()).isEmpty();
    }

    @Test
    void finishesAMigrationThatStoppedBetweenTwoChanges() {
        start();
        List<String> straight = structure();
        empty();
        startAt("20");
        jdbc.execute("ALTER TABLE dim_customer ADD COLUMN from_sales BOOLEAN NOT NULL DEFAULT FALSE");

        start();

        assertThat(structure()).isEqualTo(straight);
    }

    @Test
    void keepsTheAnswersAboutDates() {
        startAt("28");
        jdbc.update("INSERT INTO date_order_answer VALUES ('abc', 'day_first', '2025-01-31 12:00:00')");

        start();

        assertThat(jdbc.queryForList(
                        "SELECT CONCAT_WS(' ', header_hash, about, answer, DATE(answered_at)) FROM file_answer",
                        String.class))
                .containsExactly("abc dates day_first 2025-01-31");
        assertThat(jdbc.queryForList("SHOW TABLES", String.class)).doesNotContain("date_order_answer");
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
    void acceptsADatabaseWithOtherChecksumsOfMigrations() {
        start();
        jdbc.update("UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version IS NOT NULL");

        start();

        assertThat(configuration().load().validateWithResult().validationSuccessful)
                .isTrue();
    }

    @Test
    void givesQuantitiesDecimalsWhereAStartWasCutOffInBetween() throws Exception {
        restore(DUMP);
        List<String> sums = sums();
        List<String> quantities =
                jdbc.queryForList("SELECT quantity + 0.0000 FROM fact_sales ORDER BY sale_key", String.class);
        jdbc.execute("ALTER TABLE fact_sales MODIFY quantity DECIMAL(15, 4) NOT NULL");

        start();

        assertThat(jdbc.queryForList("SELECT quantity FROM fact_sales ORDER BY sale_key", String.class))
                .isEqualTo(quantities)
                .contains("5.0000");
        assertThat(sums()).isEqualTo(sums);
        assertThat(jdbc.queryForList(
                        "SELECT CONCAT_WS(' ', table_name, column_type) FROM information_schema.columns"
                                + " WHERE table_schema = DATABASE() AND column_name = 'quantity' ORDER BY table_name",
                        String.class))
                .containsExactly(
                        "fact_sales decimal(15,4)",
                        "parked_sale decimal(15,4)",
                        "rollup_customer decimal(38,4)",
                        "rollup_day decimal(38,4)",
                        "rollup_month decimal(38,4)",
                        "rollup_place decimal(38,4)",
                        "rollup_product decimal(38,4)");
    }

    @Test
    void ignoresTablesOfOtherPrograms() {
        jdbc.execute("CREATE TABLE invoice (id INT PRIMARY KEY)");

        start();

        assertThat(configuration().load().info().pending()).isEmpty();
        assertThat(structure()).anyMatch(column -> column.startsWith("invoice"));
    }

    @Test
    void refusesANewerSchema() {
        start();
        MigrationInfo[] known = configuration().load().info().all();
        int newest = Integer.parseInt(String.valueOf(known[known.length - 1].getVersion()));
        addToHistory(String.valueOf(newest + 1), "create forecast");

        assertThatThrownBy(SchemaTest::start)
                .isInstanceOf(SchemaException.class)
                .hasMessage("The schema of the database has the version " + (newest + 1)
                        + ", and this version of the service knows no version beyond " + newest + ".");
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
    void refusesATableOfAnotherProgramWithOneOfItsNames() {
        jdbc.execute("CREATE TABLE fact_sales (id INT PRIMARY KEY)");

        assertThatThrownBy(SchemaTest::start)
                .isInstanceOf(SchemaException.class)
                .hasMessage("The database holds a table fact_sales already that this service has not made.");
        assertThat(jdbc.queryForList("SHOW TABLES", String.class))
                .as("nothing else was made")
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("dumps")
    void bringsTheSchemaOfEveryReleaseUpToDate(Path dump) throws Exception {
        restore(dump);
        List<String> sums = sums();

        start();

        assertThat(configuration().load().info().pending()).isEmpty();
        assertThat(sums()).isEqualTo(sums).isEqualTo(sumsOfFacts()).hasSizeGreaterThan(10);
        List<String> packs = packs();
        assertThat(packs).hasSizeGreaterThan(3);
        spoilPacks();
        start();
        assertThat(packs()).as("the packs that the facts make").isEqualTo(packs);
    }

    @Test
    void rewritesPacksOfAnOlderLayout(CapturedOutput output) throws Exception {
        restore(DUMP);
        start();
        List<String> packs = packs();
        List<String> sums = sums();
        jdbc.update("UPDATE rollup_month SET sales = sales + 1");
        spoilPacks();
        int said = output.toString().length();

        start();

        assertThat(packs()).isEqualTo(packs);
        assertThat(sums()).isEqualTo(sums);
        start();
        assertThat(output.toString().substring(said)).containsOnlyOnce("another layout than version 3 (packs: 4)");
    }

    @Test
    void rewritesAllPacksIfOneHasALaterLayout() throws Exception {
        restore(DUMP);
        start();
        List<String> packs = packs();
        jdbc.update("UPDATE sales_pack SET packed = CONCAT(x'FF', SUBSTRING(packed, 2)) WHERE pack_key = 20250102");

        start();

        assertThat(packs()).isEqualTo(packs);
    }

    @Test
    void rewritesNoPackDuringARun(CapturedOutput output) throws Exception {
        restore(DUMP);
        start();
        List<String> packs = packs();
        spoilPacks();
        List<String> spoilt = packs();
        jdbc.update("UPDATE run_lease SET holder = 'run', expires_at = UTC_TIMESTAMP(6) + INTERVAL 1 DAY");
        int said = output.toString().length();

        CompletableFuture<?> starts = CompletableFuture.allOf(
                CompletableFuture.runAsync(SchemaTest::start), CompletableFuture.runAsync(SchemaTest::start));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> output.toString().substring(said).split("another layout", -1).length > 2);

        assertThat(packs()).isEqualTo(spoilt);
        jdbc.update("UPDATE run_lease SET holder = NULL");
        assertThat(starts).succeedsWithin(Duration.ofMinutes(1));
        assertThat(packs()).isEqualTo(packs);
    }

    @Test
    void changesNothingUntilTheNextStartIfThePacksCannotBeRewritten() throws Exception {
        restore(DUMP);
        start();
        List<String> packs = packs();
        List<String> sums = sums();
        spoilPacks();
        List<String> spoilt = packs();
        jdbc.update("UPDATE fact_sales SET revenue = revenue + 99999999999999 WHERE sale_id = 'S3'");

        assertThatThrownBy(SchemaTest::start).isInstanceOf(SchemaException.class);

        assertThat(packs()).isEqualTo(spoilt);
        assertThat(sums()).isEqualTo(sums);
        jdbc.update("UPDATE fact_sales SET revenue = revenue - 99999999999999 WHERE sale_id = 'S3'");
        start();
        assertThat(packs()).isEqualTo(packs);
    }

    private static List<Path> dumps() throws IOException {
        try (Stream<Path> files = Files.list(DUMPS)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    private static void restore(Path dump) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // the dump has the tables in the order of their names
            statement.execute("SET foreign_key_checks = 0");
            ScriptUtils.executeSqlScript(connection, new EncodedResource(new FileSystemResource(dump), UTF_8));
        }
    }

    /** Gives all packs a layout that is older than the first layout. */
    private static void spoilPacks() {
        jdbc.update("UPDATE sales_pack SET packed = CONCAT(x'00', REPEAT(x'2A', LENGTH(packed) - 1))");
    }

    private static List<String> packs() {
        return jdbc.queryForList(
                "SELECT CONCAT_WS('|', pack_key, sales, HEX(packed)) FROM sales_pack ORDER BY pack_key", String.class);
    }

    private static List<String> sums() {
        return rows(
                "SELECT CONCAT_WS('|', customer_key, sales, quantity + 0.0000, revenue) FROM rollup_customer WHERE sales <> 0",
                "SELECT CONCAT_WS('|', product_key, sales, quantity + 0.0000, revenue, unit_prices) FROM rollup_product WHERE sales <> 0",
                "SELECT CONCAT_WS('|', date_key, sales, quantity + 0.0000, revenue, orders) FROM rollup_day WHERE sales <> 0",
                "SELECT CONCAT_WS('|', month, sales, quantity + 0.0000, revenue, orders) FROM rollup_month WHERE sales <> 0");
    }

    private static List<String> sumsOfFacts() {
        return rows(
                "SELECT CONCAT_WS('|', customer_key, COUNT(*), SUM(quantity) + 0.0000, SUM(revenue)) FROM fact_sales GROUP BY customer_key",
                "SELECT CONCAT_WS('|', product_key, COUNT(*), SUM(quantity) + 0.0000, SUM(revenue), SUM(unit_price)) FROM fact_sales"
                        + " GROUP BY product_key",
                "SELECT CONCAT_WS('|', date_key, COUNT(*), SUM(quantity) + 0.0000, SUM(revenue), COUNT(DISTINCT order_id)) FROM fact_sales"
                        + " GROUP BY date_key",
                "SELECT CONCAT_WS('|', MIN(date_key DIV 100), COUNT(*), SUM(quantity) + 0.0000, SUM(revenue), COUNT(DISTINCT order_id))"
                        + " FROM fact_sales GROUP BY date_key DIV 100");
    }

    private static List<String> rows(String... queries) {
        return Arrays.stream(queries)
                .flatMap(
                        query -> jdbc.queryForList(query, String.class).stream().sorted())
                .toList();
    }

    private static void start() {
        new Schema()
                .migrate(configuration().callbacks(new RefillRollups(rollups())).load());
    }

    private static void startAt(String version) {
        new Schema()
                .migrate(configuration()
                        .target(MigrationVersion.fromVersion(version))
                        .load());
    }

    private static FillRollups rollups() {
        return new FillRollups(WorkFolder.at(TestFolder.of("schema-test")));
    }

    /** The configuration as in application.yaml. */
    private static FluentConfiguration configuration() {
        return Flyway.configure()
                .dataSource(database)
                .javaMigrations(rollups())
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

    /** All columns, keys and constraints, one in each line. */
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
