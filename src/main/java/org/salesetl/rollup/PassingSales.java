package org.salesetl.rollup;

/** The sales of a pack that pass a filter, one after the other. Before the first there is none. */
final class PassingSales {

    private final PackReader sale;
    private final SliceFilter filter;
    private final boolean anyDayPasses;
    private boolean isNewInMonth;
    private boolean isNewOnDay;

    /**
     * Begins with a pack.
     *
     * @throws IllegalStateException if these bytes are no pack that is understood
     */
    PassingSales(byte[] pack, SliceFilter filter) {
        this.sale = new PackReader(pack);
        this.filter = filter;
        this.anyDayPasses = filter.begin(sale.month());
    }

    /** Goes to the next one; false if there is none. */
    boolean next() {
        isNewInMonth = false;
        isNewOnDay = false;
        while (anyDayPasses && sale.next()) {
            // an order is counted at the first of its sales that passes, which need not be its first
            isNewInMonth |= sale.startsOrder();
            isNewOnDay |= sale.startsDay();
            if (filter.passes(sale)) {
                return true;
            }
        }
        return false;
    }

    /** The sale. */
    PackReader sale() {
        return sale;
    }

    /** Whether it is the first of its order that passes: on its day where sums are by day, else in the pack's month. */
    boolean startsOrder(Grouping grouping) {
        return grouping == Grouping.DAY ? isNewOnDay : isNewInMonth;
    }
}
