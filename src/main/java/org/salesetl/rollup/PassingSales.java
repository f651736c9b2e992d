package org.salesetl.rollup;

/** The sales of a pack that pass a filter, one after the other. Starts before the first sale. */
final class PassingSales {

    private final PackReader sale;
    private final SliceFilter filter;
    private final boolean anyDayPasses;
    private boolean isNewInMonth;
    private boolean isNewOnDay;

    /**
     * Begins with a pack.
     *
     * @throws IllegalStateException if these bytes are no pack of a known layout
     */
    PassingSales(byte[] pack, SliceFilter filter) {
        this.sale = new PackReader(pack);
        this.filter = filter;
        this.anyDayPasses = filter.begin(sale.month());
    }

    /** Goes to the next sale that passes; false if there is none. */
    boolean next() {
        isNewInMonth = false;
        isNewOnDay = false;
        while (anyDayPasses && sale.next()) {
            // an order counts at its first sale that passes, which may be a later sale of the order
            isNewInMonth |= sale.startsOrder();
            isNewOnDay |= sale.startsDay();
            if (filter.passes(sale)) {
                return true;
            }
        }
        return false;
    }

    /** The current sale. */
    PackReader sale() {
        return sale;
    }

    /** Whether this is the first sale of its order that passes: on its day for sums by day, else in the month of the pack. */
    boolean startsOrder(Grouping grouping) {
        return grouping == Grouping.DAY ? isNewOnDay : isNewInMonth;
    }
}
