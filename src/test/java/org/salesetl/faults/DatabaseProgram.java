package org.salesetl.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.salesetl.TestServer;

/** The program of a database server: MariaDB, or the program that {@code faults.mysqld} names with its options. */
final class DatabaseProgram {

    private static final String MYSQLD = System.getProperty("faults.mysqld", "").strip();

    private DatabaseProgram() {}

    /**
     * Makes the data of a new, empty server in {@code data} below this folder.
     *
     * @return the command that starts the server
     */
    static List<String> install(Path home) throws IOException, InterruptedException {
        Files.createDirectories(home);
        List<String> command = MYSQLD.isEmpty()
                ? new ArrayList<>(TestServer.copyData(home.resolve("data")).command())
                : installMySql(home);
        command.addAll(List.of(
                "--datadir=" + home.resolve("data"),
                // a server that starts deletes the temporary tables of others in the same folder
                "--tmpdir=" + Files.createDirectories(home.resolve("tmp")),
                // a path relative to the data: a socket's path may have 107 characters only
                "--socket=server.sock",
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--loose-skip-ssl",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--innodb-flush-log-at-trx-commit=1",
                "--local-infile=1",
                "--max-allowed-packet=64M",
                "--loose-mysqlx=OFF"));
        if (isRoot()) {
            command.add("--user=root");
        }
        return command;
    }

    private static List<String> installMySql(Path home) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(MYSQLD.split("\\s+")));
        List<String> initialize = new ArrayList<>(command);
        initialize.addAll(List.of("--datadir=" + home.resolve("data"), "--initialize-insecure"));
        if (isRoot()) {
            initialize.add("--user=root");
        }
        int code = new ProcessBuilder(initialize)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("initialize.log").toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException(Files.readString(home.resolve("initialize.log")));
        }
        return command;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
