package org.salesetl.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.archive.ArchivedFile;
import org.salesetl.archive.ReloadRefusedException;
import org.salesetl.ledger.Rereading;
import org.salesetl.ledger.RunRequest;
import org.salesetl.mapping.KnownMapping;
import org.salesetl.mapping.Mapping;
import org.salesetl.mapping.MappingException;
import org.salesetl.mapping.MappingYaml;
import org.salesetl.mapping.Mappings;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;

/** Collects which files a reload takes, and decides which mapping reads each of them. Notes which of them have open questions. */
final class ReloadPlan implements SqlParameters {

    private static final int NAMED_AT_MOST = 5;

    private final @Nullable Rereading rereading;
    private final Mappings mappings;
    private final Map<Version, String> documents = new HashMap<>();
    private final Map<Version, Mapping> read = new HashMap<>();
    private final SortedSet<String> asking = new TreeSet<>();
    private List<SqlRow> loaded = List.of();
    private List<ArchivedFile> files = List.of();

    ReloadPlan(RunRequest request, Mappings mappings) {
        this.rereading = request.rereading();
        this.mappings = mappings;
    }

    /** Takes over the rows of {@code select-archived-files.sql}. */
    void loaded(List<SqlRow> rows) {
        loaded = rows;
    }

    /** Every content that was ever loaded, with the mapping that read it. */
    List<SqlRow> loaded() {
        return loaded;
    }

    /** The reload takes these files, in this order. */
    void takes(List<ArchivedFile> files) {
        this.files = files;
    }

    List<ArchivedFile> files() {
        return files;
    }

    /** Notes that nobody has answered the questions of the file with this name. */
    void asks(String name) {
        asking.add(name);
    }

    /**
     * Makes sure that all files could be read.
     *
     * @throws ReloadRefusedException if some of them have questions that nobody has answered
     */
    void requireAnswered() {
        if (!asking.isEmpty()) {
            boolean one = asking.size() == 1;
            throw new ReloadRefusedException((one ? "1 file" : asking.size() + " files")
                    + " of the archive " + (one ? "has" : "have") + " questions that nobody has answered: "
                    + asking.stream().limit(NAMED_AT_MOST).collect(Collectors.joining(", "))
                    + (asking.size() > NAMED_AT_MOST ? " …" : "")
                    + ". Answer them on the page of questions, where "
                    + (one ? "a copy of this file waits as a check" : "copies of these files wait as checks")
                    + ", and reload again. The warehouse is as it was.");
        }
    }

    /** Takes over the rows of {@code select-mapping-versions.sql}. */
    void versions(List<SqlRow> rows) {
        rows.forEach(row -> documents.put(new Version(row.text("name"), row.text("version")), row.text("yaml")));
    }

    /**
     * The mapping that reads the file of a row again; null if the ledger does not say what read it.
     *
     * @throws IllegalStateException if that mapping cannot be read any more
     */
    @Nullable
    Mapping mapping(SqlRow row) {
        String name = row.textOrNull("mapping_name");
        if (name == null) {
            return null;
        }
        if (rereading != null
                && rereading.undoneRun() == null
                && rereading.mapping().equals(name)) {
            return mappings.named(name)
                    .map(KnownMapping::mapping)
                    .orElseThrow(() -> new IllegalStateException("The mapping " + name + " is gone"));
        }
        return read.computeIfAbsent(new Version(name, row.text("mapping_version")), this::read);
    }

    private Mapping read(Version version) {
        String yaml = documents.get(version);
        if (yaml == null) {
            throw unreadable(version, "it is not in the database");
        }
        try {
            return MappingYaml.read(yaml);
        } catch (MappingException e) {
            throw unreadable(version, e.getMessage());
        }
    }

    private static IllegalStateException unreadable(Version version, @Nullable String why) {
        return new IllegalStateException("Expected version " + version.version() + " of the mapping " + version.name()
                + ", which has read files, but " + why
                + ". Read the files of this mapping again with its newest version; the warehouse is as it was.");
    }

    /** The parameters of {@code select-archived-files.sql}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        Integer undoneRun = rereading == null ? null : rereading.undoneRun();
        parameters.put("rereadMapping", rereading == null ? "" : rereading.mapping());
        parameters.put("undoneRun", undoneRun == null ? 0 : undoneRun);
        return parameters;
    }

    private record Version(String name, String version) {}
}
