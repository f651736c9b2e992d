package org.salesetl.layout;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.text.Text;

/**
 * The table in a file.
 *
 * @param delimiter the character between cells
 * @param recordsBefore how many records stand above the header: the preamble, and blank ones
 * @param header the header's cells as they are in the file; in a file of rejects without the apostrophes
 */
public record Table(char delimiter, int recordsBefore, List<String> header) implements Serializable {

    public Table {
        header = List.copyOf(header);
    }

    /** The same table, where columns of the same name are told apart. */
    Table withDistinctNames() {
        return new Table(delimiter, recordsBefore, DistinctNames.of(header));
    }

    /** The places of the header cells with this name, counted from zero; none if the header has no such cell. */
    List<Integer> places(String name) {
        String normalised = HeaderCell.normalised(name);
        return IntStream.range(0, header.size())
                .filter(place -> HeaderCell.normalised(header.get(place)).equals(normalised))
                .boxed()
                .toList();
    }

    /** The place of the first header cell with this name; empty if the header has no such cell. */
    Optional<Integer> place(String name) {
        return places(name).stream().findFirst();
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
