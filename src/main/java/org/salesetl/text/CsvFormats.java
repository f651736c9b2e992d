package org.salesetl.text;

import org.apache.commons.csv.CSVFormat;

/** How CSV is parsed: as RFC 4180 says, and forgiving where a quote stands inside a cell. */
public final class CsvFormats {

    private CsvFormats() {}

    /** Empty lines are records, so that parsed records and those of {@link RecordChunks} stay in step. */
    public static CSVFormat delimitedBy(char delimiter) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
    }
}
