package org.salesetl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.salesetl.answer.AnswerRequest;
import org.salesetl.answer.StoredQuestion;
import org.salesetl.ledger.Rereading;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.RunLock;
import org.salesetl.ledger.RunRequest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.ledger.RunRequest.Trigger;
import org.salesetl.mapping.MappingText;
import org.salesetl.registry.RegistryRoutes;
import org.salesetl.run.RunEtlRoutes;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.util.FileSystemUtils;

/** The service as a test handles it: files are dropped, runs awaited, and the tables read. */
@TestConfiguration(proxyBeanMethods = false)
public class TestWarehouse {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** All tables with what somebody has loaded or said, each before those that it refers to. */
    public static final List<String> TABLES = List.of(
            "audit_entry",
            "user_session",
            "scheduled_job",
            "retention_notice",
            "parked_sale",
            "quarantine",
            "left_out_row",
            "sales_pack",
            "sales_month",
            "fetched_object",
            "rollup_customer",
            "rollup_product",
            "rollup_day",
            "rollup_month",
            "rollup_place",
            "fact_sales",
            "dim_date",
            "dim_product",
            "dim_customer",
            "sale_city",
            "exchange_rate",
            "warehouse_currency",
            "etl_file_reason",
            "question",
            "etl_file_left_out",
            "event_batch",
            "outbox",
            "etl_file",
            "etl_run",
            "file_answer",
            "saved_mapping",
            "mapping_version",
            "forgotten_file",
            "forgotten_customer",
            "settled_row",
            "dismissal");

    private final ProducerTemplate producer;
    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final RunLock lock;
    private final Clock clock;
    private final Path inbox;
    private final Path archive;
    private final Path mappings;
    private Instant nextAge = Instant.now().minusSeconds(100_000);

    TestWarehouse(
            ProducerTemplate producer,
            JdbcTemplate jdbc,
            DataSource dataSource,
            RunLock lock,
            Clock clock,
            SalesEtlProperties properties) {
        this.inbox = properties.inbox();
        this.archive = properties.archive();
        this.mappings = Path.of(properties.mappings());
        this.producer = producer;
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.lock = lock;
        this.clock = clock;
    }

    /** Folders and tables that an earlier, maybe killed, test run has left must not be taken for this one's. */
    @Bean
    static BeanFactoryPostProcessor emptyFolders(Environment environment) {
        return factory -> Stream.of("inbox", "archive", "mappings")
                .map(folder -> Path.of(environment.getRequiredProperty("sales-etl." + folder)))
                .forEach(TestWarehouse::delete);
    }

    @Bean
    static ThrowingSteps throwingSteps() {
        return new ThrowingSteps();
    }

    /** Hashes passwords as the service does, only faster: tests send a password with most requests. */
    @Bean
    @Primary
    public static PasswordEncoder quickEncoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(4)));
    }

    /** Empties tables and folders, and lets the files that are dropped from now on be older than a minute. */
    public void empty() {
        awaitEnd();
        emptyTables();
        emptyFolder(inbox);
        emptyFolder(archive);
        emptyFolder(mappings);
        nextAge = Instant.now().minusSeconds(100_000);
    }

    /** Empties the tables, and leaves the folders as they are. */
    public void emptyTables() {
        TABLES.forEach(table -> jdbc.update("DELETE FROM " + table));
        jdbc.update("DELETE FROM user_account WHERE name <> 'admin'");
    }

    /** Drops a file of these lines. Files that are dropped later are younger. */
    public Path drop(String name, String... lines) {
        return drop(name, (String.join("\n", lines) + "\n").getBytes(UTF_8));
    }

    /** Drops a file of these bytes. */
    public Path drop(String name, byte[] bytes) {
        try {
            nextAge = nextAge.plusSeconds(60);
            Path file = Files.write(inbox.resolve(name), bytes);
            return Files.setLastModifiedTime(file, FileTime.from(nextAge));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops a copy of a file. */
    public Path drop(Path file) {
        return drop(file.getFileName().toString(), read(file));
    }

    /** Puts a mapping into the folder of the user. */
    public void addMapping(String name, String yaml) {
        try {
            Files.writeString(mappings.resolve(name), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads what has been dropped; returns when the run has ended. */
    public RunEnd run() {
        return run(Mode.INCREMENTAL);
    }

    /**
     * Accepts sales without a customer in all files with the columns of the newest file of this name; returns when the sales
     * that have waited are loaded.
     */
    public void acceptGuests(String file) {
        List<?> asked = producer.requestBody(
                "direct:find-questions", new AnswerRequest(entry(file).id(), null, Map.of(), false), List.class);
        assertThat(asked)
                .as("questions about sales without a customer in %s", file)
                .isNotEmpty();
        StoredQuestion question = (StoredQuestion) asked.get(0);
        producer.sendBody(
                "direct:answer-questions",
                ExchangePattern.InOut,
                new AnswerRequest(question.file(), null, Map.of(question.id(), "accept"), false));
        awaitEnd();
    }

    /** How many bytes the server has sent, to whomever. */
    public long bytesSent() {
        return jdbc.query("SHOW GLOBAL STATUS LIKE 'Bytes_sent'", (row, number) -> row.getLong("Value"))
                .get(0);
    }

    /** Finds out what the files in the folder for checks would change; returns when the run has ended. */
    public RunEnd check() {
        return run(Mode.CHECK);
    }

    /** Reloads the warehouse from the archive; returns when the run has ended. */
    public RunEnd reload() {
        return run(Mode.RELOAD);
    }

    /** The same, without archived files that are missing or damaged. */
    public RunEnd reloadWithoutDamaged() {
        return end(start(new RunRequest(Trigger.HTTP, Mode.RELOAD, true, null)));
    }

    /** Reads the files of a mapping again; returns when the run has ended. */
    public RunEnd reread(Rereading rereading) {
        return end(start(new RunRequest(Trigger.HTTP, Mode.RELOAD, false, rereading)));
    }

    /** Saves a mapping in these lines. */
    public void saveMapping(String... lines) {
        producer.requestBody("direct:" + RegistryRoutes.SAVE_MAPPING, MappingText.read(String.join("\n", lines)));
    }

    /** Deletes a saved mapping. */
    public void deleteMapping(String name) {
        producer.requestBody("direct:" + RegistryRoutes.DELETE_MAPPING, name);
    }

    private RunEnd run(Mode mode) {
        return end(start(mode));
    }

    /** Loads what has been dropped, asked for by a message with these headers. */
    public RunEnd runWithHeaders(Map<String, Object> headers) {
        RunRequest request = new RunRequest(Trigger.HTTP, Mode.INCREMENTAL);
        return end(producer.requestBodyAndHeaders("direct:" + RunEtlRoutes.RUN_ETL, request, headers, Run.class)
                .id());
    }

    /** Returns when no run is going on. */
    public void awaitEnd() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(lock::isFree);
    }

    private RunEnd end(int id) {
        awaitEnd();
        return jdbc.queryForObject(
                "SELECT run_id, status, message, finished_at FROM etl_run WHERE run_id = ?",
                (row, number) -> {
                    assertThat(row.getObject("finished_at")).isNotNull();
                    return new RunEnd(row.getInt("run_id"), row.getString("status"), row.getString("message"));
                },
                id);
    }

    /** Starts a run and does not wait for it; the run's number. */
    public int start(Mode mode) {
        return start(new RunRequest(Trigger.HTTP, mode));
    }

    private int start(RunRequest request) {
        return producer.requestBody("direct:" + RunEtlRoutes.RUN_ETL, request, Run.class)
                .id();
    }

    /** Every entry of the ledger that has this name, in the order in which they were made. */
    public List<FileEntry> entries(String name) {
        return jdbc.query(
                "SELECT * FROM etl_file WHERE name = ? ORDER BY file_id",
                (row, number) -> new FileEntry(
                        row.getInt("file_id"),
                        row.getInt("run_id"),
                        row.getString("status"),
                        row.getString("kind"),
                        row.getInt("rows_read"),
                        row.getInt("inserted"),
                        row.getInt("updated"),
                        row.getInt("unchanged"),
                        row.getInt("withdrawn"),
                        row.getInt("left_out"),
                        row.getInt("rejected"),
                        row.getInt("parked"),
                        row.getInt("blank"),
                        row.getInt("repaired"),
                        row.getInt("released"),
                        row.getString("message"),
                        row.getString("archived_as"),
                        reasons(row.getInt("file_id"))),
                name);
    }

    /** The newest entry of the ledger that has this name. */
    public FileEntry entry(String name) {
        List<FileEntry> entries = entries(name);
        assertThat(entries).as("ledger entries of " + name).isNotEmpty();
        return entries.get(entries.size() - 1);
    }

    private Map<String, Integer> reasons(int fileId) {
        Map<String, Integer> reasons = new TreeMap<>();
        jdbc.query(
                "SELECT reason, row_count FROM etl_file_reason WHERE file_id = ?",
                row -> {
                    reasons.put(row.getString("reason"), row.getInt("row_count"));
                },
                fileId);
        return reasons;
    }

    /** A query's rows, each as its cells with {@code |} between them. */
    public List<String> query(String sql, Object... arguments) {
        return jdbc.query(
                sql,
                (row, number) -> {
                    StringBuilder cells = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        cells.append(i == 1 ? "" : "|").append(row.getString(i));
                    }
                    return cells.toString();
                },
                arguments);
    }

    /** A query's only number. */
    public int count(String sql, Object... arguments) {
        Integer count = jdbc.queryForObject(sql, Integer.class, arguments);
        return count == null ? 0 : count;
    }

    public int update(String sql, Object... arguments) {
        return jdbc.update(sql, arguments);
    }

    /** The sum of all revenue. */
    public BigDecimal revenue() {
        BigDecimal revenue = jdbc.queryForObject("SELECT COALESCE(SUM(revenue), 0) FROM fact_sales", BigDecimal.class);
        return revenue == null ? BigDecimal.ZERO : revenue;
    }

    /** A connection beside those of the service, as another instance or a reader has it. */
    public Connection connection() throws SQLException {
        return dataSource.getConnection();
    }

    /** Everything that the warehouse and the quarantine hold, by business keys. */
    public List<String> contents() {
        return Stream.of("""
                        SELECT 'customer', customer_id, d.name, email, city, f.name, source_line
                        FROM dim_customer d JOIN etl_file f ON f.file_id = source_file_id ORDER BY customer_id""", """
                        SELECT 'product', product_id, d.name, category, cost_price, price, f.name, source_line
                        FROM dim_product d JOIN etl_file f ON f.file_id = source_file_id ORDER BY product_id""", "SELECT 'date', d.* FROM dim_date d ORDER BY date_key", """
                        SELECT 'sale', sale_id, order_id, customer_id, product_id, date_key, quantity, unit_price, revenue,
                               f.name, s.source_line
                        FROM fact_sales s
                          JOIN dim_customer c ON c.customer_key = s.customer_key
                          JOIN dim_product p ON p.product_key = s.product_key
                          JOIN etl_file f ON f.file_id = s.source_file_id ORDER BY sale_id""", """
                        SELECT 'quarantined', f.name, line, q.kind, q.status, q.reason, q.reasons, q.faults, q.raw, s.name
                        FROM quarantine q JOIN etl_file f ON f.file_id = q.file_id
                          LEFT JOIN etl_file s ON s.file_id = q.settled_by ORDER BY f.name, line""", """
                        SELECT 'parked', sale_id, order_id, customer_id, product_id, sale_date, quantity, unit_price, f.name,
                               line
                        FROM parked_sale p JOIN etl_file f ON f.file_id = p.file_id ORDER BY sale_id""")
                .flatMap(sql -> query(sql).stream())
                .toList();
    }

    /** Whether every file's rows are accounted for, in the ledger and in the tables. */
    public void assertBooksBalance() {
        assertThat(query(
                        "SELECT name FROM etl_file WHERE rows_read <> inserted + updated + unchanged + withdrawn + left_out"
                                + " + rejected + parked"))
                .as("files whose books do not balance")
                .isEmpty();
        assertThat(query("""
                        SELECT f.name, f.rejected, f.parked, SUM(q.reason NOT IN ('unknown_customer', 'unknown_product', 'missing_price', 'missing_rate')),
                               SUM(q.reason IN ('unknown_customer', 'unknown_product', 'missing_price', 'missing_rate'))
                        FROM etl_file f LEFT JOIN quarantine q ON q.file_id = f.file_id
                        WHERE f.file_id >= (SELECT COALESCE(MIN(file_id), 0) FROM quarantine)
                          AND f.file_id IN (SELECT MAX(file_id) FROM etl_file WHERE status = 'loaded' GROUP BY sha256)
                        GROUP BY f.file_id, f.name, f.rejected, f.parked
                        HAVING f.rejected <> COALESCE(SUM(q.reason NOT IN ('unknown_customer', 'unknown_product', 'missing_price', 'missing_rate')), 0)
                            OR f.parked <> COALESCE(SUM(q.reason IN ('unknown_customer', 'unknown_product', 'missing_price', 'missing_rate')), 0)"""))
                .as("files whose rejected and parked rows are not all in the quarantine")
                .isEmpty();
        assertThat(query("""
                        SELECT f.name, f.left_out, f.withdrawn, COUNT(l.line), SUM(l.withdrawn_key IS NOT NULL)
                        FROM etl_file f LEFT JOIN left_out_row l ON l.file_id = f.file_id
                        WHERE f.file_id >= (SELECT COALESCE(MIN(file_id), 0) FROM left_out_row)
                          AND f.file_id IN (SELECT MAX(file_id) FROM etl_file WHERE status = 'loaded' GROUP BY sha256)
                        GROUP BY f.file_id, f.name, f.left_out, f.withdrawn, f.left_out_revenue, f.withdrawn_revenue
                        HAVING f.left_out + f.withdrawn <> COUNT(l.line)
                            OR f.withdrawn <> COALESCE(SUM(l.withdrawn_key IS NOT NULL), 0)
                            OR f.left_out_revenue <> COALESCE(SUM(IF(l.withdrawn_key IS NULL, l.amount, 0)), 0)
                            OR f.withdrawn_revenue <> COALESCE(SUM(l.withdrawn_amount), 0)"""))
                .as("files whose rows that are no sale are not all listed")
                .isEmpty();
        assertThat(query("""
                        SELECT f.name FROM etl_file f LEFT JOIN etl_file_left_out l ON l.file_id = f.file_id
                        GROUP BY f.file_id, f.name, f.left_out, f.left_out_revenue
                        HAVING f.left_out <> COALESCE(SUM(l.row_count), 0)
                            OR f.left_out_revenue <> COALESCE(SUM(l.amount), 0)"""))
                .as("files whose rows that are no sale do not add up")
                .isEmpty();
        assertThat(query("""
                        SELECT f.name FROM etl_file f
                        WHERE f.rejected + f.parked <>
                              (SELECT COALESCE(SUM(row_count), 0) FROM etl_file_reason r WHERE r.file_id = f.file_id)""")).as("files whose reasons do not add up").isEmpty();
    }

    /** Whether the sums by customer, product, day, month and place are those of the facts. */
    public void assertRollupsAreExact() {
        String costs = "COALESCE(SUM(cost), 0) + 0.0000, SUM(IF(cost IS NULL, 0, revenue)) + 0.0000";
        assertThat(Stream.of(
                                "SELECT 'customer', customer_key, sales, quantity, revenue, cost, costed_revenue FROM rollup_customer WHERE sales <> 0",
                                "SELECT 'product', product_key, sales, quantity, revenue, cost, costed_revenue FROM rollup_product WHERE sales <> 0",
                                "SELECT 'day', date_key, sales, quantity, revenue, cost, costed_revenue, orders FROM rollup_day WHERE sales <> 0",
                                "SELECT 'month', month, sales, quantity, revenue, cost, costed_revenue, orders FROM rollup_month WHERE sales <> 0",
                                "SELECT 'city', k.city, sales, quantity, revenue, cost, costed_revenue FROM rollup_place p"
                                        + " JOIN sale_city k ON k.city_key = p.place_key WHERE sales <> 0",
                                "SELECT 'place', -1 - place_key, -sales, -quantity, -revenue, -cost, -costed_revenue FROM rollup_place"
                                        + " WHERE place_key < 0 AND sales <> 0",
                                "SELECT 'packs', COALESCE(SUM(sales), 0) FROM sales_pack")
                        .flatMap(sql -> query(sql).stream().sorted())
                        .toList())
                .isEqualTo(Stream.of("""
                                SELECT 'customer', customer_key, COUNT(*), SUM(quantity), SUM(revenue), %1$s
                                FROM fact_sales GROUP BY customer_key""", """
                                SELECT 'product', product_key, COUNT(*), SUM(quantity), SUM(revenue), %1$s
                                FROM fact_sales GROUP BY product_key""", """
                                SELECT 'day', date_key, COUNT(*), SUM(quantity), SUM(revenue), %1$s, COUNT(DISTINCT order_id)
                                FROM fact_sales GROUP BY date_key""", """
                                SELECT 'month', date_key DIV 100, COUNT(*), SUM(quantity), SUM(revenue), %1$s, COUNT(DISTINCT order_id)
                                FROM fact_sales GROUP BY date_key DIV 100""", """
                                SELECT 'city', city, COUNT(*), SUM(quantity), SUM(revenue), %1$s
                                FROM fact_sales WHERE city IS NOT NULL GROUP BY city""", """
                                SELECT 'place', customer_key, COUNT(*), SUM(quantity), SUM(revenue), %1$s
                                FROM fact_sales WHERE city IS NOT NULL GROUP BY customer_key""", "SELECT 'packs', COUNT(*) FROM fact_sales")
                        .map(sql -> sql.formatted(costs))
                        .flatMap(sql -> query(sql).stream().sorted())
                        .toList());
    }

    /** Where files lie in the archive, from that folder on, sorted. */
    public List<String> archived() {
        return filesIn(archive);
    }

    /** Where files lie in the inbox, claimed ones too, sorted; without the notes of which one is in hand. */
    public List<String> waiting() {
        return filesIn(inbox).stream()
                .filter(file -> !file.endsWith(".in-hand"))
                .toList();
    }

    /** A file in the archive. */
    public Path archived(String path) {
        return archive.resolve(path);
    }

    /** A file in the archive's folder of today, from the archive on. */
    public String today(String name) {
        return LocalDate.now(clock).format(DateTimeFormatter.ofPattern("yyyy/MM/dd/")) + name;
    }

    public Path inbox() {
        return inbox;
    }

    private static List<String> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void emptyFolder(Path folder) {
        // the service makes folders again that it misses, maybe in this very moment
        await().ignoreExceptionsInstanceOf(UncheckedIOException.class).untilAsserted(() -> delete(folder));
        try {
            Files.createDirectories(folder);
            if (folder.equals(inbox)) {
                Files.createDirectories(folder.resolve(".work"));
                Files.createDirectories(folder.resolve("check"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a run ended. */
    public record RunEnd(int id, String status, @Nullable String message) {}

    /** A row of the ledger. */
    public record FileEntry(
            int id,
            int run,
            String status,
            @Nullable String kind,
            int read,
            int inserted,
            int updated,
            int unchanged,
            int withdrawn,
            int leftOut,
            int rejected,
            int parked,
            int blank,
            int repaired,
            int released,
            @Nullable String message,
            @Nullable String archivedAs,
            Map<String, Integer> reasons) {

        /** The outcomes of a file in which every row is a sale, a customer or a product, in the contract's order. */
        public List<Integer> outcomes() {
            assertThat(List.of(withdrawn, leftOut)).containsOnly(0);
            return List.of(read, inserted, updated, unchanged, rejected, parked);
        }

        /** The outcomes of the file's rows, in the contract's order. */
        public List<Integer> allOutcomes() {
            return List.of(read, inserted, updated, unchanged, withdrawn, leftOut, rejected, parked);
        }
    }
}
