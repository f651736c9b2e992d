package org.salesetl.layout;

import java.util.List;
import org.salesetl.text.Text;

/**
 * The table in a file.
 *
 * @param delimiter the character between cells
 * @param recordsBefore how many records stand above the header: the preamble, and blank ones
 * @param header the header's cells as they are in the file; in a file of rejects without the apostrophes
 */
public record Table(char delimiter, int recordsBefore, List<String> header) {

    public Table {
        header = List.copyOf(header);
    }

    /** How many columns there are up to the last one that has a name: a delimiter at the end of the header makes no column. */
    public int namedColumns() {
        int named = header.size();
        while (named > 0 && Text.isBlank(header.get(named - 1))) {
            named--;
        }
        return named;
    }

    /** The name of Camel's data format that parses the file. */
    public String csvFormat() {
        return switch (delimiter) {
            case ',' -> "csv-comma";
            case ';' -> "csv-semicolon";
            case '\t' -> "csv-tab";
            case '|' -> "csv-pipe";
            default -> throw new IllegalStateException("No format for the delimiter " + delimiter);
        };
    }
}
