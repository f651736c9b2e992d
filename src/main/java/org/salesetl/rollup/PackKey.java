package org.salesetl.rollup;

import java.util.Comparator;

/**
 * The pack that a sale belongs to. All sales of an order in a month are in the same pack, so the orders of all packs can be added
 * up.
 *
 * @param month as in 202501
 * @param slice 0 to 15, by the order's id
 */
record PackKey(int month, int slice) implements Comparable<PackKey> {

    static final int SLICES = 16;

    private static final int SLICES_IN_NUMBER = 100;

    private static final Comparator<PackKey> ORDER =
            Comparator.comparingInt(PackKey::month).thenComparingInt(PackKey::slice);

    static PackKey of(SoldLine line) {
        return new PackKey(line.month(), Math.floorMod(line.orderId().hashCode(), SLICES));
    }

    /** The key with this number. */
    static PackKey of(int number) {
        return new PackKey(number / SLICES_IN_NUMBER, number % SLICES_IN_NUMBER);
    }

    /** The key in the database: 20250107 is slice 7 of January 2025. */
    int number() {
        return month * SLICES_IN_NUMBER + slice;
    }

    @Override
    public int compareTo(PackKey other) {
        return ORDER.compare(this, other);
    }
}
