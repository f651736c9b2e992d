package org.salesetl.spark;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The database server that a service has left behind, as a process of its own with an empty database. */
final class Database implements AutoCloseable {

    private static final String PASSWORD = "only-for-tests";

    private final Processes processes = new Processes();
    private final Path folder;
    private final int port;
    private Process process;

    private Database(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts the server.
     *
     * @param data the data folder of a service that has ended
     */
    static Database start(Path data) throws Exception {
        Database database = new Database(data.resolve("mariadb"), Processes.freePort());
        Path first = Files.writeString(database.folder.resolve("first.sql"), """
                CREATE DATABASE apart CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
                CREATE USER apart@'127.0.0.1' IDENTIFIED BY '%s';
                GRANT ALL PRIVILEGES ON apart.* TO apart@'127.0.0.1';
                """.formatted(PASSWORD));
        database.run("--init-file=" + first);
        return database;
    }

    /** What a service has to know to use the server. */
    List<String> options() {
        return List.of(
                "--spring.datasource.url=jdbc:mysql://127.0.0.1:" + port
                        + "/apart?sslMode=DISABLED&allowPublicKeyRetrieval=true",
                "--spring.datasource.username=apart",
                "--spring.datasource.password=" + PASSWORD);
    }

    /** Kills the server, as a machine that loses its power. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts the server that was killed. */
    void startAgain() throws Exception {
        run();
    }

    private void run(String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                folder.resolve("base/bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + folder.resolve("base"),
                "--datadir=" + folder.resolve("data"),
                // a server that starts deletes the temporary tables of others in the same folder
                "--tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "--socket=apart.sock",
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--local-infile=1",
                "--max-allowed-packet=64M"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        command.addAll(List.of(more));
        process = processes.start(folder.resolve("server.log"), Map.of(), command);
        Processes.await("the database listens", Duration.ofMinutes(2), this::listens);
    }

    private boolean listens() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        processes.close();
    }
}
