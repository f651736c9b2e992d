package org.salesetl.layout;

import java.util.List;

/** The columns that a file of rejects has beside those of the file that its rows are from. */
public final class RejectColumns {

    /** The line that the row was on. */
    public static final String LINE = "_line";

    /** Why it was rejected. */
    public static final String REASON = "_reason";

    /** Which of the sales of the same product in the same order it is, where sales have no ids of their own. */
    public static final String OCCURRENCE = "_occurrence";

    /** The row's number in the quarantine: when it comes back, that entry is settled. */
    public static final String ROW = "_row";

    private RejectColumns() {}

    /** Whether a file with this header is one of rejects that comes back. */
    static boolean areIn(List<String> header) {
        return header.contains(LINE) && header.contains(REASON);
    }

    /** Whether this is one of the columns, and not one of the file that the rows are from. */
    public static boolean isOne(String column) {
        return column.equals(LINE) || column.equals(REASON) || column.equals(OCCURRENCE) || column.equals(ROW);
    }
}
