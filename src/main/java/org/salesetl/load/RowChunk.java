package org.salesetl.load;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.text.Chunk;
import org.salesetl.validation.JudgedRow;

/**
 * A few thousand records of a file that is being loaded.
 *
 * @param load the load of the file
 * @param chunk the records as they came
 * @param verdicts the verdicts on them; null if they are still to be judged
 */
public record RowChunk(FileLoad load, Chunk chunk, @Nullable List<JudgedRow> verdicts) {

    /** Records that are still to be judged. */
    public RowChunk(FileLoad load, Chunk chunk) {
        this(load, chunk, null);
    }

    /** Whether the records have been judged already. */
    public boolean isJudged() {
        return verdicts != null;
    }

    /** The name of Camel's data format that parses the records. */
    public String csvFormat() {
        return load.layout().csvFormat();
    }
}
