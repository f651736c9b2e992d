package org.salesetl.rollup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what a business is measured by, over a slice and for each day or month of it. For one thread. */
public final class KeyFigureScan {

    private final Grouping grouping;
    private final SliceFilter filter;
    private final Sums sums;
    private final Map<Integer, BitSet> buyers = new TreeMap<>();
    private long orders;

    /**
     * Starts with nothing added up.
     *
     * @param grouping {@link Grouping#DAY} or {@link Grouping#MONTH}
     */
    public KeyFigureScan(Grouping grouping, SliceFilter filter) {
        this.grouping = grouping;
        this.filter = filter;
        this.sums = new Sums(grouping);
    }

    /**
     * Adds the sales of a pack; the packs may come in any order, each once.
     *
     * @throws IllegalStateException if these bytes are no pack that is understood
     */
    public void scan(byte[] pack) {
        PassingSales sales = new PassingSales(pack, filter);
        PackReader sale = sales.sale();
        int month = sale.month();
        int period = 0;
        BitSet customers = new BitSet();
        while (sales.next()) {
            int key = grouping == Grouping.DAY ? month * 100 + sale.day() : month;
            if (key != period) {
                period = key;
                customers = buyers.computeIfAbsent(key, none -> new BitSet());
            }
            sums.add(key, 1, sale.quantity(), sale.revenue(), sales.startsOrder(grouping) ? 1 : 0);
            customers.set(sale.customer());
            orders += sales.startsOrder(Grouping.MONTH) ? 1 : 0;
        }
    }

    /** The sums of each day or month, ascending. */
    public List<Sum> sums() {
        return sums.rows();
    }

    /** How many customers bought on each day or in each month of {@link #sums()}. */
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
