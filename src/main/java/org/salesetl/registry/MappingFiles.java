package org.salesetl.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;

/** Collects what the database knows of one mapping: the files that it has read, and its changes. */
public final class MappingFiles implements SqlParameters {

    private final String name;
    private List<SqlRow> files = List.of();
    private List<SqlRow> counts = List.of();
    private List<SqlRow> changes = List.of();
    private @Nullable Integer lastRereading;
    private @Nullable String lastDocument;

    /** @param name the name of the mapping; nobody has asked the database yet */
    public MappingFiles(String name) {
        this.name = name;
    }

    /**
     * A loaded file.
     *
     * @param version the version of the mapping that read it last
     * @param runId the run in which that was
     */
    public record ReadFile(String name, String version, int runId, Instant loadedAt) {}

    /**
     * A change of a saved mapping.
     *
     * @param yaml the document; null if the mapping was deleted
     */
    public record Change(int id, @Nullable String yaml, Instant changedAt) {}

    /** Takes over the rows of {@code select-files-of-mapping.sql}. */
    void files(List<SqlRow> rows) {
        files = rows;
    }

    /** Takes over the rows of {@code count-files-of-mappings.sql}. */
    void counts(List<SqlRow> rows) {
        counts = rows;
    }

    /** Takes over the rows of {@code select-changes-of-mapping.sql}. */
    void changes(List<SqlRow> rows) {
        changes = rows;
    }

    /** Takes over what {@code select-last-document.sql} found. */
    void lastDocument(@Nullable String yaml) {
        lastDocument = yaml;
    }

    /** Takes over what {@code select-last-rereading.sql} found. */
    void lastRereading(@Nullable Number run) {
        lastRereading = run == null ? null : Integer.valueOf(run.intValue());
    }

    /** The name of the mapping. */
    public String name() {
        return name;
    }

    /** The newest files that the mapping has read last; the page shows no more. */
    public List<ReadFile> files() {
        return files.stream()
                .map(row -> new ReadFile(
                        row.text("name"), row.text("mapping_version"), row.integer("run_id"), row.time("loaded_at")))
                .toList();
    }

    /** How many files the mapping has read last, each content once. */
    public long total() {
        return sum(counts, name, null);
    }

    /** How many of them it has read in another version. */
    public long otherThan(String version) {
        return sum(counts, name, version);
    }

    /** The newest changes that people have saved, newest first. */
    public List<Change> changes() {
        return changes.stream()
                .map(row -> new Change(row.integer("change_id"), row.textOrNull("yaml"), row.time("changed_at")))
                .toList();
    }

    /** The newest run that has read the files of the mapping again, and that can be undone; null if there is none. */
    public @Nullable Integer lastRereading() {
        return lastRereading;
    }

    /** The document by which the mapping read its newest file; null if it has read none. */
    public @Nullable String lastDocument() {
        return lastDocument;
    }

    /** The number of files of a mapping, without those of this version; of all versions if that is null. */
    static long sum(List<SqlRow> counts, String mapping, @Nullable String without) {
        return counts.stream()
                .filter(row -> row.text("mapping_name").equals(mapping))
                .filter(row -> !row.text("mapping_version").equals(without))
                .mapToLong(row -> row.longInteger("files"))
                .sum();
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of("name", name);
    }
}
