package org.salesetl.dashboard;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.KnownMapping;
import org.salesetl.mapping.MappingText;
import org.salesetl.registry.MappingFiles;

/** Collects what the page of one mapping shows: the document, perhaps with what is wrong in it, and the files that it has read. */
final class MappingEdit {

    private final String name;
    private final @Nullable KnownMapping known;
    private final @Nullable String yaml;
    private final @Nullable MappingText text;
    private final @Nullable String problem;
    private final int change;
    private @Nullable MappingFiles files;

    private MappingEdit(
            String name,
            @Nullable KnownMapping known,
            @Nullable String yaml,
            @Nullable MappingText text,
            @Nullable String problem,
            int change) {
        this.name = name;
        this.known = known;
        this.yaml = yaml;
        this.text = text;
        this.problem = problem;
        this.change = change;
    }

    /**
     * The mapping as it is.
     *
     * @param name empty for a new mapping
     * @param known null if there is none of this name
     * @param change the number of the earlier change whose document is shown; 0 for the current document
     */
    static MappingEdit shown(String name, @Nullable KnownMapping known, int change) {
        return new MappingEdit(name, known, null, null, null, change);
    }

    /** What somebody has written, and what can be saved. */
    static MappingEdit right(String name, @Nullable KnownMapping known, MappingText text) {
        return new MappingEdit(name, known, text.yaml(), text, null, 0);
    }

    /** What somebody has written, and what cannot be saved. */
    static MappingEdit wrong(String name, @Nullable KnownMapping known, String yaml, @Nullable String problem) {
        return new MappingEdit(name, known, yaml, null, String.valueOf(problem), 0);
    }

    String name() {
        return name;
    }

    @Nullable
    KnownMapping known() {
        return known;
    }

    boolean isRight() {
        return text != null;
    }

    /** The mapping to save. */
    MappingText text() {
        return requireNonNull(text, "the document is wrong");
    }

    /** What is wrong with the document; null if nothing is. */
    @Nullable
    String problem() {
        return problem;
    }

    /** Sets what the database knows of the mapping. */
    void found(MappingFiles found) {
        files = found;
    }

    MappingFiles files() {
        return requireNonNull(files, "the database was not asked");
    }

    /** Whether the page has something to show: a new mapping, one that is in use, or one that was. */
    boolean exists() {
        return name.isEmpty() || known != null || !files().changes().isEmpty() || files().lastDocument() != null;
    }

    /** The document that the page shows, or null for a new mapping; of a mapping that is not in use, the document that it had last. */
    @Nullable
    String shownYaml() {
        if (yaml != null) {
            return yaml;
        }
        String kept = files().changes().stream()
                .filter(each -> change == 0 ? known == null : each.id() == change)
                .map(MappingFiles.Change::yaml)
                .filter(each -> each != null)
                .findFirst()
                .orElse(null);
        if (kept != null) {
            return kept;
        }
        return known == null ? files().lastDocument() : known.text().yaml();
    }
}
