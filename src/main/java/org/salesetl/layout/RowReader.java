package org.salesetl.layout;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.Standing;
import org.salesetl.text.Formulas;
import org.salesetl.text.Text;

/** Reads the records of one file as rows: knows which cell is which column, and which cells mean "no value". */
public final class RowReader {

    private final Layout layout;
    private final Set<String> nullWords;

    /** The first characters of the null words. Nearly every cell begins with another character and need not be looked up. */
    private final String beginnings;

    private final Column[] columns;
    private final int[] places;

    /**
     * @param layout which cell is which column
     * @param nullWords cells that mean "no value"
     */
    public RowReader(Layout layout, Set<String> nullWords) {
        this.layout = layout;
        this.nullWords = nullWords;
        this.beginnings = nullWords.stream()
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
        this.columns = layout.columns().keySet().toArray(new Column[0]);
        this.places =
                layout.columns().values().stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Reads a record.
     *
     * @param line the line on which it starts
     * @param cells its cells as they are in the file
     */
    public Row read(int line, List<String> cells) {
        Map<Column, String> known = new EnumMap<>(Column.class);
        for (int i = 0; i < columns.length; i++) {
            String cell = places[i] < cells.size() ? value(cells.get(places[i])) : null;
            if (cell != null) {
                known.put(columns[i], cell);
            }
        }
        return new Row(line, cells, layout, known, leftOut(known.get(Column.STATUS)));
    }

    private @Nullable LeftOut leftOut(@Nullable String status) {
        return status != null && Statuses.standing(status) == Standing.NEITHER
                ? new LeftOut(LeftOut.Why.STATUS, layout.headerCell(Column.STATUS), status)
                : null;
    }

    private @Nullable String value(String asItCame) {
        String cell = Text.strip(asItCame);
        if (layout.rejects()) {
            cell = Formulas.rearm(cell);
        }
        boolean missing = cell.isEmpty() || (beginnings.indexOf(cell.charAt(0)) >= 0 && nullWords.contains(cell));
        return missing ? null : cell;
    }
}
