package org.salesetl.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.salesetl.Command;
import org.salesetl.CommandSettings;
import org.salesetl.Instance;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SecretFile;
import org.salesetl.database.CommandDatabase;
import org.salesetl.rollup.FillRollups;

/**
 * Brings a backup back: {@code java -jar sales-etl-dashboard.jar restore sales.zip}. The folders and the database must be empty, so that
 * nothing is lost. The database may be another one than that of the backup, embedded or not, MySQL or MariaDB.
 */
public final class Restore implements Command {

    /** By such a file, git keeps a folder that is empty. */
    private static final String KEEPS_FOLDER = ".gitkeep";

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public int run(String... arguments) {
        return BackupCommand.run(arguments, Restore::read);
    }

    private static void read(BackupCommand command, CommandSettings settings) throws IOException, SQLException {
        SalesEtlProperties properties = settings.properties();
        Path file = command.file();
        try (ZipFile zip = open(file)) {
            Manifest manifest = manifest(zip, file);
            requireKnown(manifest.schema(), command.migrations(properties));
            requireStopped(properties.data());
            requireEmpty(properties.archive());
            requireEmpty(Path.of(properties.mappings()));
            try (CommandDatabase database = CommandDatabase.of(settings.environment(), properties.data())) {
                createTables(database, command.migrations(properties), manifest);
                long archived = files(zip, Backup.ARCHIVE, properties.archive());
                long mappings = files(zip, Backup.MAPPINGS, Path.of(properties.mappings()));
                ZipEntry password = zip.getEntry(Backup.PASSWORD);
                if (password != null) {
                    SecretFile.write(properties.adminPasswordFile(), text(zip, password));
                }
                // the rows come last: a database with rows has all of its files
                rows(database, zip, manifest);
                command.say(
                        "Restored what was there at %s: %d tables with %d rows, %d archived files, %d mappings. Start the service."
                                .formatted(
                                        manifest.madeAt(),
                                        manifest.rows().size(),
                                        manifest.allRows(),
                                        archived,
                                        mappings));
            }
        }
    }

    private static ZipFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BackupException("There is no file " + file + ".");
        }
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new BackupException(file + " is no backup, or it is cut off.", e);
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new BackupException(file + " is no backup: it has no " + Manifest.ENTRY + ".");
        }
        try (InputStream json = zip.getInputStream(entry)) {
            return Manifest.of(json.readAllBytes());
        }
    }

    /** Before anything is made: a database that is unpacked for nothing would have to be deleted by hand. */
    private static void requireKnown(String version, FillRollups migration) throws IOException {
        if (!CommandDatabase.knows(version, migration)) {
            throw new BackupException(
                    "The backup is of the version " + version + " of the tables, which this program does"
                            + " not know. Restore it with the program that has made it, or a newer one.");
        }
    }

    /** A service in whose database nothing has happened yet would go on with what it has read at its start. */
    private static void requireStopped(Path data) throws IOException {
        if (Instance.isRunning(data)) {
            throw new BackupException("Expected the service to be stopped, but it is running on the data in "
                    + data.toAbsolutePath().normalize() + ". Stop the service first.");
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            if (found.anyMatch(file -> Files.isRegularFile(file) && !file.endsWith(KEEPS_FOLDER))) {
                throw new BackupException("Expected the folder " + folder.toAbsolutePath()
                        + " to be empty, so that nothing is lost, but found files in it. Restore into another folder.");
            }
        }
    }

    private static void createTables(CommandDatabase database, FillRollups migration, Manifest manifest)
            throws SQLException {
        if (database.isInUse()) {
            throw new BackupException(
                    "Expected the service to be stopped, but its database is running. Stop the service first.");
        }
        try (Connection connection = database.dataSource().getConnection()) {
            requireUnused(connection);
        }
        database.createTables(manifest.schema(), migration);
    }

    /** Replaces all rows in one transaction: a restore that breaks off leaves an empty database. */
    private static void rows(CommandDatabase database, ZipFile zip, Manifest manifest)
            throws IOException, SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION time_zone = '+00:00'");
            statement.execute("SET SESSION foreign_key_checks = 0");
            statement.execute("SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',NO_AUTO_VALUE_ON_ZERO')");
            connection.setAutoCommit(false);
            for (DumpedTable table : DumpedTable.all(connection)) {
                table(connection, table, zip, manifest);
            }
            connection.commit();
        }
    }

    private static void table(Connection connection, DumpedTable table, ZipFile zip, Manifest manifest)
            throws IOException, SQLException {
        ZipEntry entry = zip.getEntry(Backup.TABLES + table.name() + ".csv");
        Long expected = manifest.rows().get(table.name());
        if (entry == null || expected == null) {
            throw new BackupException("The backup has no table " + table.name() + ".");
        }
        try (BufferedReader csv = new BufferedReader(new InputStreamReader(zip.getInputStream(entry), UTF_8))) {
            long rows = table.read(connection, csv);
            if (rows != expected) {
                throw new BackupException("Expected " + expected + " rows of the table " + table.name()
                        + " in the backup but found " + rows + ".");
            }
        }
    }

    /** A database in which a run has been is in use, and so is one in which somebody has signed in before the first run. */
    private static void requireUnused(Connection connection) throws SQLException {
        List<String> tables =
                DumpedTable.all(connection).stream().map(DumpedTable::name).toList();
        for (String table : List.of("etl_run", "audit_entry")) {
            if (tables.contains(table) && hasRows(connection, table)) {
                throw new BackupException("Expected an empty database, so that nothing is lost, but found rows in "
                        + table + ". Restore into another database, or into another folder for an embedded one.");
            }
        }
    }

    private static boolean hasRows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
            return rows.next();
        }
    }

    /** Writes the files of a part of the backup into a folder; their number. */
    private static long files(ZipFile zip, String place, Path folder) throws IOException {
        long files = 0;
        Path home = folder.toAbsolutePath().normalize();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!entry.getName().startsWith(place) || entry.isDirectory()) {
                continue;
            }
            Path file = home.resolve(entry.getName().substring(place.length())).normalize();
            if (!file.startsWith(home)) {
                throw new BackupException("The backup has a file outside its folders: " + entry.getName());
            }
            Files.createDirectories(file.getParent());
            try (InputStream content = zip.getInputStream(entry)) {
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.setLastModifiedTime(file, entry.getLastModifiedTime());
            files++;
        }
        return files;
    }

    private static String text(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }
}
