package org.salesetl.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.salesetl.text.Text;

/** Fills blank cells with those of a row above. */
final class Filling {

    private Filling() {}

    /**
     * The cells with those filled that are blank; the same cells if none is.
     *
     * @param cells the cells as they are in the file
     * @param above the cells of the row above
     * @param places the places that may be filled
     */
    static List<String> of(List<String> cells, List<String> above, Set<Integer> places) {
        List<String> filled = null;
        for (int place : places) {
            boolean blank = place >= cells.size() || Text.isBlank(cells.get(place));
            if (blank && place < above.size() && !Text.isBlank(above.get(place))) {
                filled = filled == null ? widened(cells, Collections.max(places) + 1) : filled;
                filled.set(place, above.get(place));
            }
        }
        return filled == null ? cells : filled;
    }

    private static List<String> widened(List<String> cells, int least) {
        return new ArrayList<>(Stream.concat(cells.stream(), Stream.generate(() -> ""))
                .limit(Math.max(cells.size(), least))
                .toList());
    }
}
