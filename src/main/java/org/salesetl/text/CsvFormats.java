package org.salesetl.text;

import org.apache.commons.csv.CSVFormat;

/** How CSV is parsed: as in RFC 4180, but a quote inside a cell does no harm. */
public final class CsvFormats {

    private CsvFormats() {}

    /** Empty lines are records, so that the parsed records match the records of {@link RecordChunks} one by one. */
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
