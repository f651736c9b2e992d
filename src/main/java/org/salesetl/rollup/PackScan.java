package org.salesetl.rollup;

/** Adds up the sales that pass a filter, pack after pack. For one thread. The packs may come in any order, each once. */
public final class PackScan {

    private final Grouping grouping;
    private final SliceFilter filter;
    private final Sums sums;

    public PackScan(Grouping grouping, SliceFilter filter) {
        this.grouping = grouping;
        this.filter = filter;
        this.sums = new Sums(grouping);
    }

    /**
     * Adds the sales of a pack.
     *
     * @throws IllegalStateException if these bytes are no pack of a known layout
     */
    public void scan(byte[] pack) {
        PassingSales sales = new PassingSales(pack, filter);
        PackReader sale = sales.sale();
        int month = sale.month();
        while (sales.next()) {
            int order = sales.startsOrder(grouping) ? 1 : 0;
            switch (grouping) {
                case CUSTOMER -> sums.add(sale.customer(), sale, 0);
                case PRODUCT -> sums.add(sale.product(), sale, sale.unitPrice());
                case DAY -> sums.add(month * 100 + sale.day(), sale, order);
                case MONTH -> sums.add(month, sale, order);
                case PLACE -> sums.add(Places.of(sale), sale, 0);
            }
        }
    }

    /** The sums of all packs so far. An order counts if at least one of its sales passes. */
    public Sums sums() {
        return sums;
    }
}
