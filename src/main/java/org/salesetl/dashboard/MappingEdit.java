package org.salesetl.dashboard;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.answer.MappingPreview;
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
    private @Nullable MappingPreview preview;
    private boolean broken;
    private boolean tried;

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

    /** The same; a saved mapping of the name may be one that this version of the service cannot read. */
    MappingEdit broken(boolean isBroken) {
        broken = isBroken;
        return this;
    }

    /** The same, where somebody only wants to see what would load. */
    MappingEdit tried() {
        tried = true;
        return this;
    }

    /** Whether somebody only wants to see what would load. */
    boolean isTried() {
        return tried;
    }

    /** Whether a saved mapping of the name cannot be read by this version of the service. */
    boolean isBroken() {
        return broken;
    }

    /** What is to be shown of the document before it is saved: nothing if the document is wrong. */
    List<MappingPreview> previews() {
        return text == null
                ? List.of()
                : List.of(new MappingPreview(name.isEmpty() ? text.name() : name, text.mapping()));
    }

    /** Sets what the document would make of the last file. */
    void previewed(MappingPreview shown) {
        preview = shown;
    }

    /** What the document would make of the last file; null if nobody has asked, or if the document is wrong. */
    @Nullable
    MappingPreview preview() {
        return preview;
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
