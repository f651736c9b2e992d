package org.salesetl.validation;

import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Layout;
import org.salesetl.layout.LeftOut;
import org.salesetl.layout.Row;
import org.salesetl.text.Chunk;
import org.salesetl.text.Encoding;
import org.salesetl.text.Text;

/** The rules that come before those of the kind: whether a record is a row of its file at all, and whether it is a sale. */
public final class RowRules {

    /** The character that is shown for bytes that are not text. In a file of rejects it means that nobody has corrected them. */
    private static final char REPLACEMENT = '\uFFFD';

    private RowRules() {}

    /**
     * Judges a row.
     *
     * @param row the record, cut into cells
     * @param chunk where the record came from
     * @param record its place in the chunk
     * @param rules the rules of the kind
     * @return null if the record is blank
     */
    public static <T> @Nullable Judgement<T> judge(Row row, Chunk chunk, int record, Rules<T> rules) {
        Fault notARow = faultOfRecord(row, chunk, record);
        if (notARow != null) {
            return rules.reject(row, notARow);
        }
        if (row.isBlank()) {
            return null;
        }
        LeftOut leftOut = row.leftOut();
        if (leftOut != null) {
            return rules.leaveOut(row, leftOut);
        }
        Fault columnCount = columnCountFault(row);
        return columnCount == null ? rules.judge(row) : rules.reject(row, columnCount);
    }

    /** Why a record is no row at all, so that its cells cannot be trusted; null if it is a row. */
    private static @Nullable Fault faultOfRecord(Row row, Chunk chunk, int record) {
        Encoding encoding = row.layout().conventions().encoding();
        if (chunk.isUndecodable(record)
                || (encoding != Encoding.UTF_8 && chunk.raw(record).indexOf(REPLACEMENT) >= 0)) {
            return new Fault(
                    Reason.BAD_ENCODING,
                    null,
                    null,
                    "expected text in " + encoding.words() + " but found bytes that are none (shown as �)");
        }
        if (chunk.isMalformed(record)) {
            return new Fault(Reason.COLUMN_COUNT, null, null, chunk.malformedWords());
        }
        if (row.layout().rejects() && chunk.raw(record).indexOf(REPLACEMENT) >= 0) {
            return new Fault(
                    Reason.BAD_ENCODING,
                    null,
                    null,
                    "expected the characters that were lost to be written again but found " + REPLACEMENT);
        }
        return null;
    }

    private static @Nullable Fault columnCountFault(Row row) {
        Layout layout = row.layout();
        int named = layout.table().namedColumns();
        int width = layout.header().size();
        int found = row.cells().size();
        boolean extra =
                found > width && row.cells().subList(width, found).stream().anyMatch(cell -> !Text.isBlank(cell));
        if (found >= named && !extra) {
            return null;
        }
        int expected = extra ? width : named;
        return new Fault(
                Reason.COLUMN_COUNT, null, null, "expected " + expected + " cells as in the header but found " + found);
    }
}
