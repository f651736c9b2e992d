package org.salesetl.bulk;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/**
 * The result of a {@code LOAD DATA LOCAL}. With {@code LOCAL}, the database does not fail: it skips rows whose unique key is in
 * the table already, and changes values that do not fit their column.
 *
 * @param rows how many rows the table took
 * @param warning the first warning of the database about the rows; null if there is none
 */
record LocalInfile(long rows, @Nullable String warning) {

    /**
     * Makes sure that the table took every row unchanged.
     *
     * @throws DuplicateKeyException if it took fewer rows
     * @throws IllegalStateException if it took all rows, but changed values
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
