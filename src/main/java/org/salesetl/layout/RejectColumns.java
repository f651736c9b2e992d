package org.salesetl.layout;

import java.util.List;

/** The columns that a file of rejects adds to those of the file that its rows come from. */
public final class RejectColumns {

    /** The line of the row in the original file. */
    public static final String LINE = "_line";

    /** Why the row was rejected. */
    public static final String REASON = "_reason";

    /** The number of the sale among those of the same product in the same order, if sales have no ids of their own. */
    public static final String OCCURRENCE = "_occurrence";

    /** The row's number in the quarantine. When the row comes back, that entry is settled. */
    public static final String ROW = "_row";

    private RejectColumns() {}

    /** Whether a file with this header is a file of rejects that comes back. */
    static boolean areIn(List<String> header) {
        return header.contains(LINE) && header.contains(REASON);
    }

    /** Whether this is one of these columns, and not a column of the original file. */
    public static boolean isOne(String column) {
        return column.equals(LINE) || column.equals(REASON) || column.equals(OCCURRENCE) || column.equals(ROW);
    }
}
