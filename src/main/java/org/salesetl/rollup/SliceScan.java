package org.salesetl.rollup;

import java.util.Map;

/**
 * Adds up a slice in every way at once. Most of the time goes into reading the packs, so this takes twice to four times as long as one
 * {@link PackScan}, and stands in for five of them and a {@link KeyFigureScan}. For one thread.
 */
public final class SliceScan {

    private final SliceFilter filter;
    private final Sums customers = new Sums(Grouping.CUSTOMER);
    private final Sums products = new Sums(Grouping.PRODUCT);
    private final Sums days = new Sums(Grouping.DAY);
    private final Sums months = new Sums(Grouping.MONTH);
    private final Sums places = new Sums(Grouping.PLACE);
    private final KeyFigureScan keyFigures;

    /** @param grain the periods of the key figures */
    public SliceScan(Grain grain, SliceFilter filter) {
        this.filter = filter;
        this.keyFigures = new KeyFigureScan(grain, filter);
    }

    /**
     * Adds the sales of a pack. The packs must come in the order of their months, each once.
     *
     * @throws IllegalStateException if these bytes are no pack of a known layout
     */
    public void scan(byte[] pack) {
        PassingSales sales = new PassingSales(pack, filter);
        PackReader sale = sales.sale();
        keyFigures.begin(sales);
        while (sales.next()) {
            // written out, because a loop over scans takes a third longer
            customers.add(sale.customer(), sale, 0);
            products.add(sale.product(), sale, sale.unitPrice());
            places.add(Places.of(sale), sale, 0);
            days.add(sale.month() * 100 + sale.day(), sale, sales.startsOrder(Grouping.DAY) ? 1 : 0);
            months.add(sale.month(), sale, sales.startsOrder(Grouping.MONTH) ? 1 : 0);
            keyFigures.add(sales);
        }
    }

    /** How many bytes the sums take so far. */
    public long bytes() {
        return customers.bytes() + products.bytes() + days.bytes() + months.bytes() + places.bytes();
    }

    /** The sums of all packs so far, by each grouping. */
    public Map<Grouping, Sums> sums() {
        return Map.of(
                Grouping.CUSTOMER, customers,
                Grouping.PRODUCT, products,
                Grouping.DAY, days,
                Grouping.MONTH, months,
                Grouping.PLACE, places);
    }

    /** The key figures of all packs so far. */
    public PeriodSums keyFigures() {
        return keyFigures;
    }
}
