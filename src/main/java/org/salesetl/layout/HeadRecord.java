package org.salesetl.layout;

import java.util.List;

/**
 * A record that may be the header of a file.
 *
 * @param delimiter the character at which it was cut
 * @param recordsBefore how many records stand above it
 * @param line the line on which it starts
 * @param raw the record as it is in the file
 * @param cells its cells as they are in the file; none if a quote in the record never closes
 */
record HeadRecord(char delimiter, int recordsBefore, int line, String raw, List<String> cells) {

    HeadRecord {
        cells = List.copyOf(cells);
    }

    /** Whether the record can be cut into cells. */
    boolean isWhole() {
        return !cells.isEmpty();
    }
}
