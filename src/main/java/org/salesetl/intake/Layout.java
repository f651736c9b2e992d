package org.salesetl.intake;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a file is to be read, as its header tells.
 *
 * @param kind what the file brings
 * @param delimiter the character between cells
 * @param header the header's cells as they are in the file
 * @param rejects whether this is a file of rejects that comes back
 * @param columns where each known column is, counted from zero; an absent column is not in it
 */
public record Layout(Kind kind, char delimiter, List<String> header, boolean rejects, Map<Column, Integer> columns) {

    public Layout {
        header = List.copyOf(header);
        Map<Column, Integer> ordered = new EnumMap<>(Column.class);
        ordered.putAll(columns);
        columns = Collections.unmodifiableMap(ordered);
    }

    /** The name of the data format that parses the file. */
    public String csvFormat() {
        return switch (delimiter) {
            case ',' -> "csv-comma";
            case ';' -> "csv-semicolon";
            case '\t' -> "csv-tab";
            case '|' -> "csv-pipe";
            default -> throw new IllegalStateException("No format for the delimiter " + delimiter);
        };
    }

    /** Whether the file has this column at all. */
    public boolean has(Column column) {
        return columns.containsKey(column);
    }
}
