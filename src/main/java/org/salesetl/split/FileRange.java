package org.salesetl.split;

import java.io.Serializable;
import org.salesetl.layout.RowReader;
import org.salesetl.text.RecordChunks.Position;

/**
 * A part of a file that starts and ends between two records.
 *
 * @param number the place of the range among those of its file, counted from zero
 * @param start where its first record starts
 * @param end how many bytes of the text come before the range that follows
 * @param recordsBefore how many records below the header come before the range
 * @param reader reads its records as rows, as if all records before them had been read
 */
public record FileRange(int number, Position start, long end, long recordsBefore, RowReader reader)
        implements Serializable {

    private static final long serialVersionUID = 1;

    /** How many bytes the range has. */
    public long length() {
        return end - start.offset();
    }
}
