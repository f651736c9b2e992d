package org.salesetl.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Answers;
import org.salesetl.mapping.Mapping;
import org.salesetl.question.Effect;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;

/** Collects what a mapping would make of the last file that the mapping of its name has read. */
public final class MappingPreview implements SqlParameters {

    private final String name;
    private final Mapping mapping;
    private @Nullable String file;
    private @Nullable String archivedAs;
    private @Nullable String headerHash;
    private Answers answers = Answers.NONE;
    private @Nullable Effect effect;
    private @Nullable String problem;

    /**
     * @param name the name of the mapping that has read the file
     * @param mapping the mapping that is to read it
     */
    public MappingPreview(String name, Mapping mapping) {
        this.name = name;
        this.mapping = mapping;
    }

    /** The mapping that is to read the file. */
    Mapping mapping() {
        return mapping;
    }

    /** Takes the row of {@code select-last-file-of-mapping.sql}; null if the mapping has read no file. */
    void found(@Nullable SqlRow row) {
        if (row != null) {
            file = row.text("name");
            archivedAs = row.text("archived_as");
            headerHash = row.textOrNull("header_hash");
        }
    }

    /** Takes the rows of {@code select-answers.sql}. */
    void answered(List<SqlRow> rows) {
        answers = Answers.of(rows);
    }

    /** What people have answered for files with the columns of the file. */
    Answers answers() {
        return answers;
    }

    /** Where the file is in the archive; null if the mapping has read no file. */
    @Nullable
    String archivedAs() {
        return archivedAs;
    }

    /** Sets what would become of the file. */
    void shows(Effect found) {
        effect = found;
    }

    /** Sets why nothing would become of the file. */
    void fails(String why) {
        problem = why;
    }

    /** The name of the file; null if the mapping has read none. */
    public @Nullable String file() {
        return file;
    }

    /** What would become of the file; null if it cannot be read in this way. */
    public @Nullable Effect effect() {
        return effect;
    }

    /** Why the file cannot be read in this way; null if it can. */
    public @Nullable String problem() {
        return problem;
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("name", name);
        parameters.put("headerHash", headerHash);
        return parameters;
    }
}
