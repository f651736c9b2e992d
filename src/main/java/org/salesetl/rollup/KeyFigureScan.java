package org.salesetl.rollup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what a business is measured by, over a slice and for each day, week or month of it. For one thread. */
public final class KeyFigureScan {

    private final Grain grain;
    private final SliceFilter filter;
    private final Sums sums = new Sums(Grouping.DAY);
    private final Map<Integer, BitSet> buyers = new TreeMap<>();
    private long orders;

    /** Starts with nothing added up. */
    public KeyFigureScan(Grain grain, SliceFilter filter) {
        this.grain = grain;
        this.filter = filter;
    }

    /**
     * Adds the sales of a pack; the packs may come in any order, each once.
     *
     * @throws IllegalStateException if these bytes are no pack that is understood
     */
    public void scan(byte[] pack) {
        PassingSales sales = new PassingSales(pack, filter);
        PackReader sale = sales.sale();
        int[] periods = grain.keysOfMonth(sale.month());
        int period = 0;
        BitSet customers = new BitSet();
        while (sales.next()) {
            boolean startsOrder = sales.startsOrder(Grouping.MONTH);
            // the sales of an order lie together, by their days
            boolean startsOrderInPeriod = startsOrder || periods[sale.day()] != period;
            if (periods[sale.day()] != period) {
                period = periods[sale.day()];
                customers = buyers.computeIfAbsent(period, none -> new BitSet());
            }
            sums.add(period, 1, sale.quantity(), sale.revenue(), startsOrderInPeriod ? 1 : 0);
            customers.set(sale.customer());
            orders += startsOrder ? 1 : 0;
        }
    }

    /** How finely time is told. */
    public Grain grain() {
        return grain;
    }

    /** The sums of each period with a sale, ascending. An order over the end of a month counts on both sides of it. */
    public List<Sum> sums() {
        return sums.rows();
    }

    /** How many customers bought in each period of {@link #sums()}. */
    public List<Integer> customersOfEach() {
        List<Integer> counts = new ArrayList<>();
        sums.rows()
                .forEach(sum ->
                        counts.add(buyers.getOrDefault(sum.key(), new BitSet()).cardinality()));
        return counts;
    }

    /** How many customers bought at all. */
    public int customers() {
        BitSet all = new BitSet();
        buyers.values().forEach(all::or);
        return all.cardinality();
    }

    /** The distinct orders of each month, added up: an order over two months counts in both. */
    public long orders() {
        return orders;
    }
}
