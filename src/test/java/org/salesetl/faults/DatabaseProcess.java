package org.salesetl.faults;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.salesetl.FreePort;

/** A database server as a process of its own, which a test kills, stops and starts again as it likes. */
public final class DatabaseProcess {

    static final String USER = "sales_etl";
    static final String PASSWORD = "only-for-tests";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ADMIN = "tester";
    private static final int UNKNOWN_CONNECTION = 1094;

    private final Path home;
    private final List<String> program;
    private final int port;
    private @Nullable Process process;

    private DatabaseProcess(Path home, List<String> program, int port) {
        this.home = home;
        this.program = program;
        this.port = port;
    }

    /** Installs a new, empty server below a folder of the test's, and starts it; skips the test where another server is to be used. */
    public static DatabaseProcess ofItsOwn(Path testHome) throws IOException, InterruptedException {
        assumeThat(System.getProperty("spring.datasource.url"))
                .as("a server of the test's own")
                .isNull();
        return install(testHome.resolve("database"));
    }

    private static DatabaseProcess install(Path home) throws IOException, InterruptedException {
        DatabaseProcess database = new DatabaseProcess(home, DatabaseProgram.install(home), FreePort.find());
        // a server reads one statement from each line
        Files.writeString(home.resolve("init.sql"), """
                CREATE DATABASE IF NOT EXISTS sales_etl CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
                CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                CREATE USER IF NOT EXISTS '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                GRANT ALL PRIVILEGES ON sales_etl.* TO '%1$s'@'127.0.0.1';
                GRANT ALL PRIVILEGES ON *.* TO '%2$s'@'127.0.0.1' WITH GRANT OPTION;
                """.formatted(USER, ADMIN, PASSWORD));
        database.start();
        return database;
    }

    /** Starts the server, on the same port as ever. */
    void start() throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("--port=" + port, "--init-file=" + home.resolve("init.sql")));
        process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("server.log").toFile()))
                .start();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> number("SELECT 1") == 1);
    }

    /** Ends the server as a machine does that loses its power. */
    void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    /** Lets the server stand still for some time. */
    void freeze(Duration time) throws IOException, InterruptedException {
        Signals.freeze(running(), time);
    }

    /** Asks the server to stop, and waits for it. */
    void stop() throws InterruptedException {
        running().destroy();
        if (!running().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The database server did not stop");
        }
    }

    int port() {
        return port;
    }

    String url() {
        return "jdbc:mysql://127.0.0.1:" + port + "/sales_etl?sslMode=DISABLED&allowPublicKeyRetrieval=true";
    }

    /** Executes a statement as somebody who may do everything. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends a connection; one that its owner has closed meanwhile is fine, too. */
    void kill(long connection) throws SQLException {
        try {
            execute("KILL " + connection);
        } catch (SQLException e) {
            if (e.getErrorCode() != UNKNOWN_CONNECTION) {
                throw e;
            }
        }
    }

    /** A query's only number; 0 if there is none. */
    public long number(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    /** A query's only text. */
    String text(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? String.valueOf(result.getString(1)) : "";
        }
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), ADMIN, PASSWORD);
    }

    /** Stops it, if it runs. */
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            stop();
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }
}
