package org.salesetl.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.LeftOut;
import org.salesetl.layout.Row;

/** The rules for the rows of one file. They remember the ids that they have seen, so every file needs new rules. */
public interface Rules<T> extends AutoCloseable {

    /** Judges the next row of the file. */
    Judgement<T> judge(Row row);

    /** Rejects the next row of the file without looking at its cells, which cannot be trusted. */
    default Judgement<T> reject(Row row, Fault why) {
        return new Judgement.Rejected<>(List.of(why), null);
    }

    /** Leaves out the next row of the file, which is no sale. */
    default Judgement<T> leaveOut(Row row, LeftOut why) {
        return new Judgement.LeftOut<>(why, null);
    }

    /** What a good row brings to the facts; null if it brings no sale. */
    default @Nullable UnloadedSale sale(T good) {
        return null;
    }

    /** Forgets the ids; after that, no row can be judged. */
    @Override
    default void close() {
        // most rules remember too little to free anything
    }
}
