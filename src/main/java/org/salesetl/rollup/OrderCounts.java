package org.salesetl.rollup;

import java.util.Arrays;

/** How many distinct orders a pack has, in total and on each day; or the changes of these numbers. */
final class OrderCounts {

    static final OrderCounts NONE = new OrderCounts();

    /** The orders by day of the month. Index 0, which is no day, has the orders of the month. */
    private final int[] counts = new int[PackLayout.DAY + 1];

    static OrderCounts of(PackReader reader) {
        OrderCounts result = new OrderCounts();
        while (reader.next()) {
            result.counts[0] += reader.startsOrder() ? 1 : 0;
            result.counts[reader.day()] += reader.startsDay() ? 1 : 0;
        }
        return result;
    }

    OrderCounts minus(OrderCounts other) {
        OrderCounts result = new OrderCounts();
        Arrays.setAll(result.counts, i -> counts[i] - other.counts[i]);
        return result;
    }

    int ofMonth() {
        return counts[0];
    }

    /** The orders of a day of the month, from 1 to 31. */
    int ofDay(int day) {
        return counts[day];
    }
}
