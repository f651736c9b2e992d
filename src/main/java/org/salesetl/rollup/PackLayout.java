package org.salesetl.rollup;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The layout of sales in the bytes of a pack. They are sorted by order id, day, customer, product, quantity, unit price and
 * revenue:
 *
 * <pre>
 * pack   version (1 byte), month (3 bytes), entries, padding (7 zero bytes)
 * entry  flags, sizes, [day, revenue], [shared, length, rest of the order id], [customer], product, quantity, price
 * </pre>
 *
 * Parts in brackets are optional. Day (1 byte) and revenue (8 bytes) are there if the day in the flags is 0: then revenue is not
 * quantity times price, since the file gave the total. The order id is there if a new order starts, as the number of bytes that
 * it shares with the id before, and its other bytes. The customer is there if it differs from the one before. Every number takes
 * as many bytes as the sizes say, the lowest byte first. A reader loads eight bytes and shifts the surplus out, without a loop
 * and without a branch that the CPU could predict wrongly. Because of that there is padding at the end.
 */
final class PackLayout {

    /**
     * The first byte of every pack. A change of the layout needs the next number; the next start then makes all packs anew, see
     * {@link RefillRollups}.
     */
    static final int VERSION = 1;

    static final int HEADER = 4;
    static final int PADDING = 7;

    /** Flags: the five low bits are the day of the month, or 0 if day and revenue follow. */
    static final int DAY = 0x1F;

    static final int NEW_ORDER = 0x20;
    static final int NEW_CUSTOMER = 0x40;
    /** The price is in hundredths instead of ten-thousandths. */
    static final int WHOLE_CENTS = 0x80;

    /** How many bytes day and revenue take together. */
    static final int OWN_REVENUE = 9;

    /**
     * Sizes: two bits each for customer and product (1 to 4 bytes), one bit for quantity (1 or 4 bytes), three for price (1 to 8
     * bytes).
     */
    static final int PRODUCT_SIZE = 2;

    static final int QUANTITY_SIZE = 4;
    static final int PRICE_SIZE = 5;

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

    /** How many bytes an unsigned number takes. */
    static int size(long number) {
        return (71 - Long.numberOfLeadingZeros(number | 1)) >>> 3;
    }
}
