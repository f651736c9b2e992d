package org.salesetl.metric;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.salesetl.rollup.Grouping;
import org.salesetl.rollup.Sums;

/**
 * A slice, added up in every way. Nothing changes the sums any more.
 *
 * @param sums the sums by each grouping
 * @param keyFigures the key figures, with the usual periods of the slice
 */
record SliceTotals(Map<Grouping, Sums> sums, KeyFigures keyFigures) {

    Sums sums(Grouping grouping) {
        return requireNonNull(sums.get(grouping));
    }

    /** How many rows the sums have together, and at least one. */
    int rows() {
        return 1 + sums.values().stream().mapToInt(Sums::size).sum();
    }
}
