package org.salesetl.rollup;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Sums up the sales that pass a filter, pack after pack. For one thread; the packs may come in any order, each once.
 */
public final class PackScan {

    private final Grouping grouping;
    private final int fromKey;
    private final int toKey;
    private final long @Nullable [] products;
    private final long @Nullable [] customers;
    private final Sums sums;

    /**
     * Starts with nothing summed up.
     *
     * @param fromKey the first day, as in 20250131
     * @param toKey the last day
     * @param products the product keys that pass; null if all do
     * @param customers the customer keys that pass; null if all do
     */
    public PackScan(Grouping grouping, int fromKey, int toKey, @Nullable BitSet products, @Nullable BitSet customers) {
        this.grouping = grouping;
        this.fromKey = fromKey;
        this.toKey = toKey;
        this.products = products == null ? null : products.toLongArray();
        this.customers = customers == null ? null : customers.toLongArray();
        this.sums = new Sums(grouping);
    }

    /**
     * Adds the sales of a pack.
     *
     * @throws IllegalStateException if these bytes are no pack that is understood
     */
    public void scan(byte[] pack) {
        PackReader sale = new PackReader(pack);
        int month = sale.month();
        long firstDay = fromKey - month * 100L;
        long lastDay = toKey - month * 100L;
        if (firstDay > PackLayout.DAY || lastDay < 1) {
            return;
        }
        boolean orderIsNew = false;
        while (sale.next()) {
            orderIsNew |= grouping == Grouping.DAY ? sale.startsDay() : sale.startsOrder();
            if (sale.day() < firstDay
                    || sale.day() > lastDay
                    || (products != null && !contains(products, sale.product()))
                    || (customers != null && !contains(customers, sale.customer()))) {
                continue;
            }
            long revenue = sale.revenue();
            int order = orderIsNew ? 1 : 0;
            switch (grouping) {
                case CUSTOMER -> sums.add(sale.customer(), 1, sale.quantity(), revenue, 0);
                case PRODUCT -> sums.add(sale.product(), 1, sale.quantity(), revenue, sale.unitPrice());
                case DAY -> sums.add(month * 100 + sale.day(), 1, sale.quantity(), revenue, order);
                case MONTH -> sums.add(month, 1, sale.quantity(), revenue, order);
            }
            orderIsNew = false;
        }
    }

    private static boolean contains(long[] keys, int key) {
        int word = key >>> 6;
        return word < keys.length && ((keys[word] >>> key) & 1) != 0;
    }

    /** The sums of all packs so far. Orders count if at least one of their sales passes. */
    public Sums sums() {
        return sums;
    }
}
