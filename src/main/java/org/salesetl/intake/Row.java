package org.salesetl.intake;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file, cut into cells.
 *
 * @param line the line on which the record starts, the header's being 1 in most files
 * @param cells its cells as they are in the file
 * @param layout which cell is which column
 * @param nullWords cells that mean "no value"
 */
public record Row(int line, List<String> cells, Layout layout, Set<String> nullWords) {

    /** The stripped cell; null if it is missing: absent, empty or one of the null words. */
    public @Nullable String cell(Column column) {
        Integer index = layout.columns().get(column);
        if (index == null || index >= cells.size()) {
            return null;
        }
        String cell = Text.strip(cells.get(index));
        if (layout.rejects()) {
            cell = Formulas.rearm(cell);
        }
        return cell.isEmpty() || nullWords.contains(cell) ? null : cell;
    }

    /** The stripped cell of one of the {@link RejectColumns}; null if it is empty, or this is no file of rejects. */
    public @Nullable String rejectCell(String column) {
        int index = layout.rejects() ? layout.header().indexOf(column) : -1;
        String cell = index < 0 || index >= cells.size() ? "" : Text.strip(cells.get(index));
        return cell.isEmpty() ? null : cell;
    }

    /** Whether every cell is blank. */
    public boolean isBlank() {
        return cells.stream().allMatch(Text::isBlank);
    }
}
