package org.salesetl.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.inbox.Drops;
import org.salesetl.inbox.FileNames;
import org.salesetl.mapping.Mapping;
import org.salesetl.sql.SqlRow;
import org.springframework.stereotype.Component;

/** Selects the files of a clean reload. */
@Component
public class ArchivedFiles {

    private static final int NAMED_AT_MOST = 5;
    private static final Pattern DAY_FOLDER = Pattern.compile("\\d{4}/\\d{2}/\\d{2}/.*");

    private final Archive archive;
    private final Drops drops;

    ArchivedFiles(Archive archive, Drops drops) {
        this.archive = archive;
        this.drops = drops;
    }

    /**
     * Every loaded file, oldest first. Files that the ledger knows come in the order of the rows. Files of an archive that is older
     * than the database come before them, by day and then by age.
     *
     * @param known rows of {@code archived_as}, {@code archive_deleted_at}, {@code sha256} and {@code name} in the order in which they
     *     load; {@code archived_as} is null if a run died after it had archived the file and before it could note where: then the hash finds the file
     * @param mapping tells for a row which mapping reads the file; null if the header decides
     * @param leaveOut whether to leave out files that are missing or deleted, or whose content differs from the ledger's hash
     * @throws ReloadRefusedException if there are such files and they should not be left out: a reload without them would lose
     *     data
     */
    public Selection oldestFirst(List<SqlRow> known, MappingOfRow mapping, boolean leaveOut) throws IOException {
        List<ArchivedFile> others = others(known);
        List<ArchivedFile> files = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> damaged = new ArrayList<>();
        List<String> deleted = new ArrayList<>();
        for (SqlRow row : known) {
            String archivedAs = row.textOrNull("archived_as");
            String name = row.text("name");
            String sha256 = row.text("sha256");
            Optional<ArchivedFile> file = archivedAs == null ? claim(sha256, others) : at(archivedAs, name);
            if (file.isEmpty() && row.timeOrNull("archive_deleted_at") != null) {
                deleted.add(String.valueOf(archivedAs));
            } else if (file.isEmpty()) {
                missing.add(archivedAs == null ? name : archivedAs);
            } else if (archivedAs != null
                    && !drops.identify(file.get().path()).sha256().equals(sha256)) {
                damaged.add(archivedAs);
            } else {
                ArchivedFile found = file.get();
                files.add(new ArchivedFile(found.path(), found.archivedAs(), name, mapping.of(row)));
            }
        }
        if (!leaveOut) {
            requireNoneDeleted(deleted);
            requireNone(missing, "missing");
            requireNone(damaged, "damaged");
        }
        files.addAll(0, others);
        return new Selection(
                files, Stream.concat(missing.stream(), damaged.stream()).toList(), deleted.size());
    }

    private static void requireNoneDeleted(List<String> files) {
        if (!files.isEmpty()) {
            throw new ReloadRefusedException(
                    "A reload would lose the rows of " + files.size() + (files.size() == 1 ? " file" : " files")
                            + " that retention has deleted in the archive: "
                            + files.stream().limit(NAMED_AT_MOST).collect(Collectors.joining(", "))
                            + (files.size() > NAMED_AT_MOST ? " …" : "")
                            + ". Put them back and reload again; the warehouse is as it was.");
        }
    }

    private static void requireNone(List<String> files, String how) {
        if (!files.isEmpty()) {
            throw new ReloadRefusedException("Expected every loaded file in the archive but these are " + how + ": "
                    + String.join(", ", files) + ". Put them back and reload again; the warehouse is as it was.");
        }
    }

    /** Tells which mapping reads the file of a row of the ledger; null if the header decides. */
    public interface MappingOfRow {
        @Nullable
        Mapping of(SqlRow row);
    }

    /**
     * The files that a reload takes.
     *
     * @param files in the order in which they load
     * @param leftOut the places of the files that are left out because they are missing or damaged
     * @param deleted how many files are left out because retention has deleted them
     */
    public record Selection(List<ArchivedFile> files, List<String> leftOut, int deleted) {}

    private Optional<ArchivedFile> at(String archivedAs, String name) {
        return Optional.of(new ArchivedFile(archive.resolve(archivedAs), archivedAs, name, null))
                .filter(file -> Files.isRegularFile(file.path()));
    }

    /** Removes the file with this content from the files that the ledger does not name, and returns it. */
    private Optional<ArchivedFile> claim(String sha256, List<ArchivedFile> others) throws IOException {
        for (ArchivedFile file : others) {
            if (drops.identify(file.path()).sha256().equals(sha256)) {
                others.remove(file);
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** Files that the ledger does not name. Empty files do not count: such a name was reserved for a file that never came. */
    private List<ArchivedFile> others(List<SqlRow> known) throws IOException {
        Set<String> names = new HashSet<>();
        known.forEach(row -> names.add(String.valueOf(row.textOrNull("archived_as"))));
        Path folder = archive.resolve("");
        try (Stream<Path> files = Files.walk(folder, 4)) {
            return files.filter(Files::isRegularFile)
                    .filter(FileNames::isTaken)
                    .filter(file -> !FileNames.isOfRejects(file))
                    .filter(file -> file.toFile().length() > 0)
                    .map(file -> new ArchivedFile(
                            file,
                            folder.relativize(file).toString().replace('\\', '/'),
                            file.getFileName().toString(),
                            null))
                    .filter(file -> DAY_FOLDER.matcher(file.archivedAs()).matches())
                    .filter(file -> !names.contains(file.archivedAs()))
                    .sorted(Comparator.comparing((ArchivedFile file) ->
                                    String.valueOf(file.path().getParent()))
                            .thenComparing(file -> file.path().toFile().lastModified())
                            .thenComparing(ArchivedFile::archivedAs))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
    }
}
