package org.salesetl.chart;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The totals of a slice, of which sentences say shares. A chart with the best customers alone cannot tell them.
 *
 * @param revenue the revenue of all sales in the slice; null if not known
 * @param units the number of all units in the slice; null if not known
 */
public record SliceTotals(
        @Nullable BigDecimal revenue, @Nullable BigDecimal units) {

    /** Nothing is known; no sentence has a share of the slice. */
    public static final SliceTotals UNKNOWN = new SliceTotals(null, null);

    /** The total of a measure; null if not known. */
    @Nullable
    BigDecimal of(Measure measure) {
        return switch (measure) {
            case REVENUE -> revenue;
            case UNITS -> units;
            case REVENUE_PER_ORDER, ORDERS, CUSTOMERS -> null;
        };
    }
}
