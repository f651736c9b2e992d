package org.salesetl.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.Mapping;
import org.salesetl.mapping.Terms;

/** The rows of a small table that a mapping reads, with a point before decimals and the year first. */
public final class SomeTable {

    private SomeTable() {}

    /**
     * Reads a table.
     *
     * @param mapping what its columns mean
     * @param terms which unusual sales load
     * @param lines the header and the rows, with commas between cells
     */
    public static List<Row> rows(Mapping mapping, Terms terms, String... lines) {
        List<String> header = cells(lines[0]);
        Table table = new Table(',', 0, header);
        Map<Column, CellPlaces> columns = new EnumMap<>(Column.class);
        mapping.columns()
                .forEach((column, source) -> columns.put(
                        column,
                        new CellPlaces(
                                source.cells().stream()
                                        .flatMap(cell -> table.places(cell).stream())
                                        .toList(),
                                null,
                                null)));
        Layout layout = new Layout(mapping, table, false, columns, Conventions.USUAL, terms);
        RowReader reader = new RowReader(layout, Set.of());
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            rows.add(reader.read(i + 1, cells(lines[i])));
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split(",", -1));
    }
}
