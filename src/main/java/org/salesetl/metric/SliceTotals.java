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

    private static final long BYTES_OF_POINT = 512;

    Sums sums(Grouping grouping) {
        return requireNonNull(sums.get(grouping));
    }

    /** About how many bytes the totals take. */
    long bytes() {
        return keyFigures.trend().size() * BYTES_OF_POINT
                + sums.values().stream().mapToLong(Sums::bytes).sum();
    }
}
