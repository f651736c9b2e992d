package org.salesetl.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.salesetl.SqlRow;
import org.salesetl.intake.Inbox;
import org.springframework.stereotype.Component;

/** What a clean reload is made of. */
@Component
public class ArchivedFiles {

    private static final Pattern DAY_FOLDER = Pattern.compile("\\d{4}/\\d{2}/\\d{2}/.*");

    private final Archive archive;

    ArchivedFiles(Archive archive) {
        this.archive = archive;
    }

    /**
     * Every loaded file, oldest first: those that the ledger knows in the order in which they came in. Files of an archive
     * that is older than the database go before them, by day and by their own age.
     *
     * @param known rows of {@code archived_as} in the ledger's order
     * @throws IllegalStateException if one of those is missing: a reload without it would lose data
     */
    public List<ArchivedFile> oldestFirst(List<Map<String, Object>> known) throws IOException {
        Set<String> names = new HashSet<>();
        List<ArchivedFile> files = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Map<String, Object> row : known) {
            String archivedAs = new SqlRow(row).text("archived_as");
            names.add(archivedAs);
            files.add(new ArchivedFile(archive.resolve(archivedAs), archivedAs));
            if (!Files.isRegularFile(archive.resolve(archivedAs))) {
                missing.add(archivedAs);
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Expected every loaded file in the archive but these are missing: "
                    + String.join(", ", missing) + ". Put them back and reload again; the warehouse is as it was.");
        }
        files.addAll(0, unknown(names));
        return files;
    }

    private List<ArchivedFile> unknown(Set<String> known) throws IOException {
        Path folder = archive.resolve("");
        try (Stream<Path> files = Files.walk(folder, 4)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches(Inbox.DROP_NAME))
                    .filter(file -> !file.getFileName().toString().endsWith(".rejects.csv"))
                    .map(file -> new ArchivedFile(
                            file, folder.relativize(file).toString().replace('\\', '/')))
                    .filter(file -> DAY_FOLDER.matcher(file.archivedAs()).matches())
                    .filter(file -> !known.contains(file.archivedAs()))
                    .sorted(Comparator.comparing((ArchivedFile file) ->
                                    String.valueOf(file.path().getParent()))
                            .thenComparing(file -> file.path().toFile().lastModified())
                            .thenComparing(ArchivedFile::archivedAs))
                    .toList();
        }
    }
}
