package org.salesetl.rollup;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells which sales of a pack are in a slice. For one thread. */
public final class SliceFilter {

    private final int fromKey;
    private final int toKey;
    private final long @Nullable [] products;
    private final long @Nullable [] customers;
    private final long @Nullable [] cities;
    private final long @Nullable [] residents;
    private long firstDay;
    private long lastDay;

    /**
     * @param fromKey the first day, as in 20250131
     * @param toKey the last day
     * @param products the product keys that pass; null if all pass
     * @param customers the customer keys that pass; null if all pass
     * @param cities the cities that pass, if a sale names one; null if sales of all places pass
     * @param residents the customers whose sales pass that name no city; null if sales of all places pass
     */
    public SliceFilter(
            int fromKey,
            int toKey,
            @Nullable BitSet products,
            @Nullable BitSet customers,
            @Nullable BitSet cities,
            @Nullable BitSet residents) {
        this.fromKey = fromKey;
        this.toKey = toKey;
        this.products = numbers(products);
        this.customers = numbers(customers);
        this.cities = numbers(cities);
        this.residents = numbers(residents);
    }

    private static long @Nullable [] numbers(@Nullable BitSet keys) {
        return keys == null ? null : keys.toLongArray();
    }

    /** The first day, as in 20250131. */
    public int fromKey() {
        return fromKey;
    }

    /** The last day. */
    public int toKey() {
        return toKey;
    }

    /**
     * The keys that pass, as sets of bits, for whatever adds up sales elsewhere: {@code products}, {@code customers}, and {@code cities}
     * with {@code residents}. What is missing lets all sales pass.
     */
    public Map<String, long[]> keys() {
        Map<String, long[]> keys = new LinkedHashMap<>();
        put(keys, "products", products);
        put(keys, "customers", customers);
        put(keys, "cities", cities);
        put(keys, "residents", residents);
        return keys;
    }

    private static void put(Map<String, long[]> keys, String name, long @Nullable [] bits) {
        if (bits != null) {
            keys.put(name, bits.clone());
        }
    }

    /** Begins with a pack of this month, which is as in 202501; false if none of its days passes. */
    boolean begin(int month) {
        firstDay = fromKey - month * 100L;
        lastDay = toKey - month * 100L;
        return firstDay <= PackLayout.DAY && lastDay >= 1;
    }

    /** Whether the current sale of the reader passes. */
    boolean passes(PackReader sale) {
        return sale.day() >= firstDay
                && sale.day() <= lastDay
                && (products == null || contains(products, sale.product()))
                && (customers == null || contains(customers, sale.customer()))
                && (cities == null || residents == null || isThere(sale, cities, residents));
    }

    private static boolean isThere(PackReader sale, long[] cities, long[] residents) {
        return sale.city() == SoldLine.NO_CITY ? contains(residents, sale.customer()) : contains(cities, sale.city());
    }

    private static boolean contains(long[] keys, int key) {
        int word = key >>> 6;
        return word < keys.length && ((keys[word] >>> key) & 1) != 0;
    }
}
