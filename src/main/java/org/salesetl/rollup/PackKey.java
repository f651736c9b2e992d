package org.salesetl.rollup;

import java.util.Comparator;

/**
 * Which pack a sale is in. All sales of an order in a month share one, so orders counted pack by pack add up.
 *
 * @param month as in 202501
 * @param slice 0 to 15, by the order's id
 */
record PackKey(int month, int slice) implements Comparable<PackKey> {

    static final int SLICES = 16;

    private static final Comparator<PackKey> ORDER =
            Comparator.comparingInt(PackKey::month).thenComparingInt(PackKey::slice);

    static PackKey of(SoldLine line) {
        return new PackKey(line.month(), Math.floorMod(line.orderId().hashCode(), SLICES));
    }

    @Override
    public int compareTo(PackKey other) {
        return ORDER.compare(this, other);
    }
}
