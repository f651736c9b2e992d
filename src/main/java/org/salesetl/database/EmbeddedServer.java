package org.salesetl.database;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.salesetl.Instance;
import org.salesetl.SecretFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MariaDB server of our own. Its files are in the data folder and stay across restarts; it listens only on the loopback
 * address.
 *
 * <p>The password of its user is generated at the first start and kept beside the data, in a file that only its owner may read.
 */
final class EmbeddedServer implements AutoCloseable {

    static final String DATABASE = "sales_etl";
    static final String USER = "sales_etl";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    /** On a busy machine, recovery after a crash takes long. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);

    private static final Duration STOP_PATIENCE = Duration.ofMinutes(2);
    private static final int LOOK_SECONDS = 2;
    private static final int MOST_PORTS = 5;
    /** What MariaDB says, in English whatever its language, of a port that another program has. */
    private static final String PORT_TAKEN = "on TCP/IP port";

    private static final String INIT_FILE = "init.sql";
    private static final long MEBIBYTE = 1L << 20;

    private final FileChannel lockChannel;
    private final MariaDb programs;
    private final int port;
    private final String password;
    private final Path home;
    private final Thread watch;
    private Process process;
    private boolean closing;

    private EmbeddedServer(
            FileChannel lockChannel, MariaDb programs, int port, String password, Path home, Process process) {
        this.lockChannel = lockChannel;
        this.programs = programs;
        this.port = port;
        this.password = password;
        this.home = home;
        this.process = process;
        this.watch = new Thread(this::watch, "embedded-database");
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        try {
            while (!isClosing()) {
                TimeUnit.SECONDS.sleep(LOOK_SECONDS);
                startAgainIfDead();
            }
        } catch (InterruptedException e) {
            // the service stops, and then the server
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Starts the server again if it has died: somebody may kill it, and a system without memory does. That must not stop the
     * service, which waits for its database.
     */
    private synchronized void startAgainIfDead() throws InterruptedException {
        if (closing || process.isAlive()) {
            return;
        }
        log.warn("The embedded database has ended unexpectedly, and is started again");
        try {
            process = start(programs, home, port, password);
            log.info("The embedded database is there again");
        } catch (IOException | RuntimeException e) {
            log.error("The embedded database did not start again, and is tried once more: {}", e.getMessage());
        }
    }

    /** The folder of the server in the data folder of the service. */
    static Path home(Path data) {
        return data.resolve("mariadb").toAbsolutePath().normalize();
    }

    /**
     * Starts the server. If a killed process left its server running, stops that server first and takes over its files.
     *
     * @param folder the folder of the server's files, made if absent
     * @throws EmbeddedServerException if this platform has no server, if another process uses the folder, or if the server does
     *     not start; the message says what to do
     */
    static EmbeddedServer start(Path folder) {
        return start(folder, EmbeddedServer::freePort);
    }

    /**
     * {@link #start(Path)}, on one of these ports.
     *
     * @param ports gives the next port to try
     */
    static EmbeddedServer start(Path folder, IntSupplier ports) {
        Path home = folder.toAbsolutePath().normalize();
        FileChannel lockChannel = lock(home);
        try {
            new LeftOverServer(home).stop();
            MariaDb programs = new MariaDb(home);
            installIfNew(programs, home);
            return start(lockChannel, programs, home, ports);
        } catch (IOException | RuntimeException | InterruptedException e) {
            closeQuietly(lockChannel);
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new EmbeddedServerException(
                    "The embedded database in " + home + " did not start: " + e.getMessage(), e);
        }
    }

    /** Another program may take a free port before the server does, and then the server gets another one. */
    private static EmbeddedServer start(FileChannel lockChannel, MariaDb programs, Path home, IntSupplier ports)
            throws IOException, InterruptedException {
        String password = SecretFile.readOrGenerate(home.resolve("password"));
        for (int attempt = 1; ; attempt++) {
            int port = ports.getAsInt();
            try {
                Process process = start(programs, home, port, password);
                log.info(
                        "Embedded database: jdbc:mysql://127.0.0.1:{}/{} as {}, password in {}",
                        port,
                        DATABASE,
                        USER,
                        home.resolve("password"));
                return new EmbeddedServer(lockChannel, programs, port, password, home, process);
            } catch (IOException e) {
                // the other program may have given the port back already, so only the server knows
                if (attempt == MOST_PORTS || !String.valueOf(e.getMessage()).contains(PORT_TAKEN)) {
                    throw e;
                }
                log.info("Another program has just taken port {}, and the embedded database takes another", port);
            }
        }
    }

    /**
     * Unpacks and installs the server, unless that has succeeded before. A start that was killed half-way leaves files that look like data
     * but hold none.
     */
    private static void installIfNew(MariaDb programs, Path home) throws IOException, InterruptedException {
        Path installed = home.resolve("installed");
        if (!Files.exists(installed) || !programs.isUnpacked()) {
            requireBuild(programs);
            log.info(
                    "Unpacking a database of the service's own into {}, once: some 350 MB, in less than a minute; its empty tables and logs take 1.1 GB more",
                    home);
            programs.unpack();
        }
        if (!Files.exists(installed)) {
            if (Files.exists(home.resolve("data").resolve(DATABASE))) {
                throw new IllegalStateException(home.resolve("data") + " holds a warehouse, but " + installed
                        + " is missing; restore that empty file if the data is complete");
            }
            programs.makeData();
            Files.createFile(installed);
        }
    }

    private static void requireBuild(MariaDb programs) {
        if (!programs.isInBuild()) {
            throw new EmbeddedServerException("there is no embedded database for " + System.getProperty("os.name")
                    + " on " + System.getProperty("os.arch") + " in this build");
        }
    }

    private static Process start(MariaDb programs, Path home, int port, String password)
            throws IOException, InterruptedException {
        Path initFile = home.resolve(INIT_FILE);
        SecretFile.write(initFile, """
                CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
                CREATE USER IF NOT EXISTS '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                ALTER USER '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                GRANT ALL PRIVILEGES ON %1$s.* TO '%2$s'@'127.0.0.1';
                DROP USER IF EXISTS ''@'localhost';
                """.formatted(DATABASE, USER, password));
        try {
            return programs.start(options(home, port), START_PATIENCE);
        } finally {
            Files.deleteIfExists(initFile);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no free port", e);
        }
    }

    String url() {
        return url(port);
    }

    /** The address of the database of a server with this port. */
    static String url(int port) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + DATABASE + "?sslMode=DISABLED";
    }

    String password() {
        return password;
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    /**
     * Ends the watch. An interrupt alone is not enough: code that is just starting the server may swallow it, and the watch would
     * go on and start the server again for ever.
     */
    private void endWatch() {
        watch.interrupt();
        synchronized (this) {
            closing = true;
        }
    }

    /** Does what the system does when it kills this process: the lock is gone, and the server lives on. */
    void releaseLockOnly() {
        endWatch();
        closeQuietly(lockChannel);
    }

    @Override
    public void close() {
        endWatch();
        try {
            process().destroy();
            if (!process().waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                log.warn("The embedded database did not stop in time; the next start takes it over");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeQuietly(lockChannel);
        }
    }

    private synchronized Process process() {
        return process;
    }

    /** Allows only one process for each folder. The lock ends with the process, however that ends. */
    private static FileChannel lock(Path home) {
        try {
            Files.createDirectories(home);
            FileChannel channel =
                    FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw Instance.inUse(home);
            }
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the data folder " + home, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            log.debug("The lock file did not close", e);
        }
    }

    private static List<String> options(Path home, int port) throws InterruptedException {
        List<String> options = new ArrayList<>(List.of(
                "--port=" + port,
                // a path relative to the data: a socket's path may have 107 characters only
                "--socket=server.sock",
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--init-file=" + home.resolve(INIT_FILE),
                "--pid-file=" + home.resolve("mariadbd.pid"),
                "--innodb-buffer-pool-size=" + bufferPoolBytes(),
                "--innodb-log-file-size=" + logBytes(),
                "--max_allowed_packet=256M",
                "--local-infile=1",
                // a client that is killed is nothing to write about, and its log must not grow without end
                "--log-warnings=1"));
        options.addAll(new ServerCertificate(home.resolve("tls")).options());
        if ("root".equals(System.getProperty("user.name"))) {
            options.add("--user=root");
        }
        return options;
    }

    /** How much memory the server takes for its buffers, in bytes. */
    static long memory() {
        return bufferPoolBytes();
    }

    /** A quarter of the machine's memory, between 128 MiB (the server's own default) and 4 GiB. */
    private static long bufferPoolBytes() {
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return Math.min(Math.max(memory / 4, 128 * MEBIBYTE), 4096 * MEBIBYTE);
    }

    /**
     * A quarter of the buffer pool. Measured with ten million sales and a pool of 4 GiB: a million more sales load in 18 s; with
     * a log of 256 MiB, which is always full, they take 21 s.
     */
    private static long logBytes() {
        return bufferPoolBytes() / 4 / MEBIBYTE * MEBIBYTE;
    }
}
