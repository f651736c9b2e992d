package org.salesetl.layout;

import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesetl.text.Chunk;
import org.salesetl.text.RecordChunks;
import org.salesetl.text.Text;

/** The first records of a file that are not blank. */
final class HeadRecords {

    /** The header is one of so many records. */
    private static final int MOST_RECORDS = 50;

    private static final Pattern EXCEL_DELIMITER = Pattern.compile("\uFEFF?\"?sep=.\"?", Pattern.CASE_INSENSITIVE);

    private final RecordChunks records;
    private final char delimiter;
    private final boolean isCutOff;
    private int read;

    /**
     * @param stream the beginning of the file
     * @param delimiter the character between cells
     * @param isCutOff whether the file goes on, so that the last record may not be whole
     */
    HeadRecords(InputStream stream, char delimiter, boolean isCutOff) {
        this.records = new RecordChunks(stream, delimiter);
        this.delimiter = delimiter;
        this.isCutOff = isCutOff;
    }

    /** The next record that is not blank; null if there is none among the first ones. */
    @Nullable
    HeadRecord next() {
        while (read < MOST_RECORDS) {
            Chunk record = records.nextRecord();
            boolean isCut = record != null && isCutOff && read > 0 && !records.hasNext();
            if (record == null || isCut) {
                return null;
            }
            int before = read++;
            String raw = record.raw(0);
            if (!isBlank(raw)) {
                return new HeadRecord(delimiter, before, record.line(0), raw, cells(record, raw));
            }
        }
        return null;
    }

    private List<String> cells(Chunk record, String raw) {
        return record.isMalformed(0) ? List.of() : RejectsTable.cells(raw, delimiter);
    }

    /**
     * Whether the record is blank or has only delimiters, or is the line {@code sep=;} by which a spreadsheet tells its delimiter
     * to another.
     */
    private boolean isBlank(String raw) {
        return Text.isBlank(raw)
                || Text.isBlank(raw.replace(delimiter, ' '))
                || EXCEL_DELIMITER.matcher(raw).matches();
    }
}
