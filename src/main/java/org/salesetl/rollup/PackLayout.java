package org.salesetl.rollup;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The layout of sales in the bytes of a pack. They are sorted by order id, day, customer, product, quantity, unit price, revenue,
 * cost and city:
 *
 * <pre>
 * pack   version (1 byte), month (3 bytes), entries, padding (7 zero bytes)
 * entry  flags, sizes, extras, [day, revenue], [shared, length, rest of the order id], [customer], product, quantity, price,
 *        [cost], [city]
 * </pre>
 *
 * Parts in brackets are optional. In a usual entry the quantity is whole, and revenue is quantity times price. An unusual entry
 * has the day 0 in its flags: then a byte with the day and the size of the revenue follows, and the revenue, and the quantity is
 * in ten-thousandths. The order id is there if a new order starts, as the number of bytes that it shares with the id before, and
 * its other bytes. The customer is there if it differs from the one before. The cost is that of one unit if that is exact. Every number takes as many bytes as the sizes say,
 * the lowest byte first; quantity, revenue and cost have their sign in the lowest bit. A reader loads eight bytes and shifts the
 * surplus out, without a loop and without a branch that the CPU could predict wrongly. Because of that there is padding at the
 * end.
 */
final class PackLayout {

    /**
     * The first byte of every pack. A change of the layout needs the next number; the next start then makes all packs anew, see
     * {@link RefillRollups}.
     */
    static final int VERSION = 3;

    /** A whole unit in ten-thousandths. */
    static final long UNIT = 10_000;

    /** A hundredth in ten-thousandths. */
    static final long CENT = 100;

    static final int HEADER = 4;
    static final int PADDING = 7;

    /** Flags: the five low bits are the day of the month, or 0 in an unusual entry. */
    static final int DAY = 0x1F;

    /** The day of an unusual entry: the five low bits; the three high bits are the size of the revenue (1 to 8 bytes). */
    static final int REVENUE_SIZE = 5;

    static final int NEW_ORDER = 0x20;
    static final int NEW_CUSTOMER = 0x40;
    /** The price is in hundredths instead of ten-thousandths. */
    static final int WHOLE_CENTS = 0x80;

    /**
     * Sizes: two bits each for customer and product (1 to 4 bytes), one bit for quantity (1 or 4 bytes, in ten-thousandths 4 or
     * 8 bytes), three for price (1 to 8 bytes).
     */
    static final int PRODUCT_SIZE = 2;

    static final int QUANTITY_SIZE = 4;
    static final int PRICE_SIZE = 5;

    /** Extras: two bits say what the cost is, three its size (1 to 8 bytes), and three the size of the city (1 to 4 bytes, or 0). */
    static final int COST = 3;

    static final int NO_COST = 0;
    /** What one unit costs, in hundredths. */
    static final int UNIT_COST_IN_CENTS = 1;
    /** What one unit costs, in ten-thousandths. */
    static final int UNIT_COST = 2;
    /** What all units cost, in ten-thousandths. */
    static final int TOTAL_COST = 3;

    static final int COST_SIZE = 2;
    static final int CITY_SIZE = 5;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private PackLayout() {}

    static long eightBytes(byte[] bytes, int at) {
        return (long) EIGHT_BYTES.get(bytes, at);
    }

    static void putEightBytes(byte[] bytes, int at, long value) {
        EIGHT_BYTES.set(bytes, at, value);
    }

    /** The number of 1 to 8 bytes at this position. */
    static long number(byte[] bytes, int at, int size) {
        int surplus = 64 - 8 * size;
        return (eightBytes(bytes, at) << surplus) >>> surplus;
    }

    /** A number whose lowest bit is its sign, so that numbers about zero take few bytes. */
    static long zigzag(long signed) {
        return (signed << 1) ^ (signed >> 63);
    }

    /** The number whose {@link #zigzag} this is. */
    static long signed(long zigzag) {
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    /** How many bytes an unsigned number takes. */
    static int size(long number) {
        return (71 - Long.numberOfLeadingZeros(number | 1)) >>> 3;
    }
}
