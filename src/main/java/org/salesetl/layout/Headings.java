package org.salesetl.layout;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.salesetl.mapping.Column;
import org.salesetl.text.Text;

/** Gives rows what the heading above them says: the value that the heading has counts until the next heading. */
final class Headings implements Serializable {

    private final Set<Integer> places = new TreeSet<>();
    private List<String> heading = List.of();

    Headings(Layout layout) {
        for (Column column : layout.mapping().headings()) {
            CellPlaces cells = layout.columns().get(column);
            if (cells != null) {
                places.addAll(cells.places());
            }
        }
    }

    /** Takes the cells of a heading. */
    void remember(List<String> cells) {
        heading = List.copyOf(cells);
    }

    /** The cells with those filled that the heading has; the same cells if none is. */
    List<String> fill(List<String> cells) {
        return cells.stream().allMatch(Text::isBlank) ? cells : Filling.of(cells, heading, places);
    }
}
