package org.salesetl.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.salesetl.Command;
import org.salesetl.CommandSettings;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SecretFile;
import org.salesetl.database.CommandDatabase;
import org.salesetl.rollup.FillRollups;

/**
 * Writes everything that the service keeps into one file: {@code java -jar sales-etl-dashboard.jar backup sales.zip}. The service may run
 * meanwhile. All tables are read as they are at one moment; files that are archived later may be in the backup too, and change nothing.
 */
public final class Backup implements Command {

    static final String TABLES = "database/";
    static final String ARCHIVE = "archive/";
    static final String MAPPINGS = "mappings/";
    static final String PASSWORD = "admin-password";

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmm");
    private static final Pattern NAME = Pattern.compile("sales-etl-\\d{4}-\\d{2}-\\d{2}-\\d{4}\\.zip");

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public int run(String... arguments) {
        return BackupCommand.run(arguments, Backup::write);
    }

    private static void write(BackupCommand command, CommandSettings settings) throws IOException, SQLException {
        SalesEtlProperties properties = settings.properties();
        Path file = command.fileOrIn(
                "sales-etl-" + LocalDateTime.now(properties.zone()).format(STAMP) + ".zip");
        if (Files.exists(file)) {
            throw new BackupException("The file " + file + " exists. Name another one.");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        // passwords are in it, as hashes, and perhaps names of customers
        SecretFile.write(part, "");
        try (CommandDatabase database = CommandDatabase.of(settings.environment(), properties.data());
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
            zip.setLevel(Deflater.BEST_SPEED);
            Manifest manifest = tables(database, command.migrations(properties), zip);
            long archived = files(properties.archive(), ARCHIVE, zip);
            long mappings = files(Path.of(properties.mappings()), MAPPINGS, zip);
            Path password = properties.adminPasswordFile();
            if (Files.exists(password)) {
                copy(password, PASSWORD, zip);
            }
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(manifest.json().getBytes(UTF_8));
            zip.closeEntry();
            command.say("%d tables with %d rows, %d archived files, %d mappings"
                    .formatted(manifest.rows().size(), manifest.allRows(), archived, mappings));
        } catch (IOException | SQLException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        command.say("Backup: " + file.toAbsolutePath() + ", " + Files.size(file) + " bytes");
        if (properties.keepBackups() != null) {
            deleteOldest(requireNonNull(file.getParent()), properties.keepBackups(), command);
        }
    }

    /** Deletes the oldest backups of a folder. Only files whose names this command has made up are counted and deleted. */
    private static void deleteOldest(Path folder, int kept, BackupCommand command) throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> files = Files.list(folder)) {
            newestFirst = files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path old : newestFirst.subList(Math.min(kept, newestFirst.size()), newestFirst.size())) {
            Files.delete(old);
            command.say("Deleted " + old);
        }
    }

    private static Manifest tables(CommandDatabase database, FillRollups migration, ZipOutputStream zip)
            throws IOException, SQLException {
        String madeAt = Instant.now().toString();
        String version = database.version(migration);
        if (version == null) {
            throw new BackupException("The database has no tables of the service: there is nothing to back up.");
        }
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            List<DumpedTable> tables = DumpedTable.all(connection);
            statement.execute("SET SESSION time_zone = '+00:00'");
            statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
            for (DumpedTable table : tables) {
                zip.putNextEntry(new ZipEntry(TABLES + table.name() + ".csv"));
                Writer csv = new BufferedWriter(new OutputStreamWriter(zip, UTF_8));
                rows.put(table.name(), table.write(connection, csv));
                csv.flush();
                zip.closeEntry();
            }
        }
        return new Manifest(madeAt, version, rows);
    }

    /** Copies all files of a folder; their number. */
    private static long files(Path folder, String place, ZipOutputStream zip) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            copy(file, place + folder.relativize(file).toString().replace('\\', '/'), zip);
        }
        return files.size();
    }

    private static void copy(Path file, String name, ZipOutputStream zip) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(Files.getLastModifiedTime(file));
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
    }
}
