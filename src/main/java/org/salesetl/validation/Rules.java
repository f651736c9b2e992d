package org.salesetl.validation;

import java.util.List;
import org.salesetl.layout.Row;
import org.salesetl.vocabulary.Kind;

/** The rules for the rows of one file. They remember the ids they have seen, so every file gets rules of its own. */
public interface Rules<T> extends AutoCloseable {

    /** Judges the next row of the file. */
    Judgement<T> judge(Row row);

    /** Rejects the next row of the file unjudged: what its cells say cannot be trusted. */
    default Judgement<T> reject(Row row, Fault why) {
        return new Judgement.Rejected<>(List.of(why), null);
    }

    /** Forgets the ids; no more rows can be judged. */
    @Override
    default void close() {
        // rules that remember little have nothing to give back
    }

    /** Makes the rules for another file of a kind. */
    interface Factory {

        /** The kind whose rows these rules judge. */
        Kind kind();

        /** Rules that have not seen a row yet. */
        Rules<?> rules();
    }
}
