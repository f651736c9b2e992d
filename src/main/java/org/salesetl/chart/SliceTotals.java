package org.salesetl.chart;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.salesetl.metric.Measure;

/**
 * The totals of a slice, of which sentences say shares. A chart with the best customers alone cannot tell them.
 *
 * @param revenue the revenue of all sales in the slice; null if not known
 * @param units the number of all units in the slice; null if not known
 * @param orders the number of all orders in the slice; null if not known
 */
public record SliceTotals(
        @Nullable BigDecimal revenue,
        @Nullable BigDecimal units,
        @Nullable BigDecimal orders) {

    /** Nothing is known; no sentence has a share of the slice. */
    public static final SliceTotals UNKNOWN = new SliceTotals(null, null, null);

    /** The total of a measure; null if not known. A share of a profit is none: losses that the chart does not show make it too large. */
    @Nullable
    BigDecimal of(Measure measure) {
        return switch (measure) {
            case REVENUE -> revenue;
            case UNITS -> units;
            case ORDERS -> orders;
            case PROFIT, REVENUE_PER_ORDER, CUSTOMERS -> null;
        };
    }
}
