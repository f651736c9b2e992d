package org.salesetl.bulk;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * What a {@code LOAD DATA LOCAL} did. With {@code LOCAL} the database skips rows whose unique key it knows instead of failing,
 * and bends what does not fit a column until it does.
 *
 * @param rows how many rows the table took
 * @param warning the first thing that the database wants to say of them; null if there is nothing
 */
record LocalInfile(long rows, @Nullable String warning) {

    /**
     * Makes sure that the table took every row as it is.
     *
     * @throws DuplicateKeyException if it took fewer
     * @throws IllegalStateException if it took all of them, but changed some
     */
    void requireAll(long sent) {
        if (rows < sent) {
            throw new DuplicateKeyException("The database took " + rows + " of " + sent
                    + " rows: it knows the others already (" + warning + ")");
        }
        if (warning != null) {
            throw new IllegalStateException("The database did not take every value as it is: " + warning);
        }
    }
}
