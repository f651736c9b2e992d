package org.salesetl.workbook;

import java.util.Locale;
import org.salesetl.text.RefusedFileException;

/** What spreadsheets allow, and what memory does. A file beyond these limits comes from no spreadsheet. */
final class Limits {

    static final int MOST_ROWS = 1_048_576;
    static final int MOST_COLUMNS = 16_384;
    static final int LONGEST_TEXT = 32_767;

    /** What a reader may keep of a workbook at a time, in bytes. */
    static final long MOST_MEMORY = Runtime.getRuntime().maxMemory() / 4;

    private Limits() {}

    /**
     * Makes sure that there is not more of something than spreadsheets have.
     *
     * @throws RefusedFileException if there is
     */
    static void requireAtMost(long most, long found, String what) {
        if (found > most) {
            throw new RefusedFileException(String.format(
                    Locale.ROOT,
                    "Expected at most %,d %s, as spreadsheets have, but found %,d. Save its sheets as CSV and drop those.",
                    most,
                    what,
                    found));
        }
    }

    /**
     * Makes sure that memory can hold what has to be kept of a workbook.
     *
     * @throws RefusedFileException if it cannot
     */
    static void requireFits(long bytes, long most) {
        if (bytes > most) {
            throw new RefusedFileException("Expected a workbook whose text and formats fit into " + (most >> 20)
                    + " MiB of memory but found more. Save its sheets as CSV and drop those.");
        }
    }
}
