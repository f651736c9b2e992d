package org.salesetl.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Reads the entries of a pack one after the other, in the layout of {@link PackLayout}. The reader starts before the first entry.
 */
final class PackReader {

    private final byte[] bytes;
    private final int end;
    private final int month;
    private int position;

    private byte[] order = new byte[64];
    private int orderLength;
    private boolean startsOrder;
    private boolean startsDay;
    private int day;
    private int customer;
    private int product;
    private long quantity;
    private long unitPrice;
    private long revenue;
    private long cost;
    private int city;

    PackReader(byte[] pack) {
        this(pack, 0, pack.length);
    }

    /**
     * Reads the pack between two positions.
     *
     * @throws IllegalStateException if there is no pack, or one of another layout
     */
    PackReader(byte[] bytes, int from, int to) {
        if (to - from < PackLayout.HEADER + PackLayout.PADDING || bytes[from] != PackLayout.VERSION) {
            throw new IllegalStateException("Expected a pack of version " + PackLayout.VERSION + " but found "
                    + (to == from ? "nothing" : (to - from) + " bytes of version " + (bytes[from] & 0xFF)));
        }
        this.bytes = bytes;
        this.month = (int) PackLayout.number(bytes, from + 1, 3);
        this.position = from + PackLayout.HEADER;
        this.end = to - PackLayout.PADDING;
    }

    /** Goes to the next entry; false if there is none. */
    boolean next() {
        if (position >= end) {
            return false;
        }
        byte[] pack = bytes;
        int at = position;
        int flags = pack[at];
        int sizes = pack[at + 1];
        int extras = pack[at + 2];
        at += 3;
        int newDay = flags & PackLayout.DAY;
        boolean usual = newDay != 0;
        if (!usual) {
            newDay = pack[at] & PackLayout.DAY;
            int size = ((pack[at] >> PackLayout.REVENUE_SIZE) & 7) + 1;
            revenue = PackLayout.signed(PackLayout.number(pack, at + 1, size));
            at += 1 + size;
        }
        startsOrder = (flags & PackLayout.NEW_ORDER) != 0;
        startsDay = startsOrder || newDay != day;
        day = newDay;
        if (startsOrder) {
            at = readOrder(pack, at);
        }
        if ((flags & PackLayout.NEW_CUSTOMER) != 0) {
            int size = (sizes & 3) + 1;
            customer = (int) PackLayout.number(pack, at, size);
            at += size;
        }
        int productSize = ((sizes >> PackLayout.PRODUCT_SIZE) & 3) + 1;
        product = (int) PackLayout.number(pack, at, productSize);
        at += productSize;
        int large = (sizes >> PackLayout.QUANTITY_SIZE) & 1;
        int quantitySize = usual ? large * 3 + 1 : large * 4 + 4;
        long written = PackLayout.signed(PackLayout.number(pack, at, quantitySize));
        at += quantitySize;
        int priceSize = ((sizes >> PackLayout.PRICE_SIZE) & 7) + 1;
        unitPrice =
                PackLayout.number(pack, at, priceSize) * ((flags & PackLayout.WHOLE_CENTS) != 0 ? PackLayout.CENT : 1);
        at += priceSize;
        if (usual) {
            quantity = written * PackLayout.UNIT;
            revenue = written * unitPrice;
        } else {
            quantity = written;
        }
        position = readExtras(pack, at, extras, written);
        return true;
    }

    private int readExtras(byte[] pack, int from, int extras, long units) {
        int at = from;
        int costKind = extras & PackLayout.COST;
        cost = SoldLine.NO_COST;
        if (costKind != PackLayout.NO_COST) {
            int costSize = ((extras >> PackLayout.COST_SIZE) & 7) + 1;
            long number = PackLayout.signed(PackLayout.number(pack, at, costSize));
            cost = switch (costKind) {
                case PackLayout.UNIT_COST_IN_CENTS -> number * PackLayout.CENT * units;
                case PackLayout.UNIT_COST -> number * units;
                default -> number;
            };
            at += costSize;
        }
        int citySize = (extras >> PackLayout.CITY_SIZE) & 7;
        city = citySize == 0 ? SoldLine.NO_CITY : (int) PackLayout.number(pack, at, citySize);
        return at + citySize;
    }

    private int readOrder(byte[] pack, int from) {
        int at = from;
        int shared = pack[at++];
        if (shared < 0) {
            shared = (shared & 0x7F) | (pack[at++] & 0xFF) << 7;
        }
        int rest = pack[at++];
        if (rest < 0) {
            rest = (rest & 0x7F) | (pack[at++] & 0xFF) << 7;
        }
        orderLength = shared + rest;
        if (order.length < orderLength + 8) {
            order = Arrays.copyOf(order, orderLength * 2 + 8);
        }
        // The rest is a few bytes. It is faster to copy eight at a time, some of them too many, than to ask for an
        // exact copy.
        for (int copied = 0; copied < rest; copied += 8) {
            PackLayout.putEightBytes(order, shared + copied, PackLayout.eightBytes(pack, at + copied));
        }
        return at + rest;
    }

    /** The pack's month, as in 202501. */
    int month() {
        return month;
    }

    /** How many bytes are still to be read. */
    int remaining() {
        return end - position;
    }

    /** Whether this is the first entry of its order. */
    boolean startsOrder() {
        return startsOrder;
    }

    /** Whether this is the first entry of its order on this day. */
    boolean startsDay() {
        return startsDay;
    }

    /** The order's id in UTF-8, in the first {@link #orderLength()} bytes. The next entry overwrites them. */
    byte[] order() {
        return order;
    }

    int orderLength() {
        return orderLength;
    }

    /** The day of the month, from 1. */
    int day() {
        return day;
    }

    int customer() {
        return customer;
    }

    int product() {
        return product;
    }

    /** In ten-thousandths. */
    long quantity() {
        return quantity;
    }

    /** In ten-thousandths. */
    long unitPrice() {
        return unitPrice;
    }

    /** In ten-thousandths. */
    long revenue() {
        return revenue;
    }

    /** In ten-thousandths; {@link SoldLine#NO_COST} if unknown. */
    long cost() {
        return cost;
    }

    /** The key of the city that the sale names; {@link SoldLine#NO_CITY} if it names none. */
    int city() {
        return city;
    }

    /** Compares the entries of two packs of one month. */
    int compareEntry(PackReader other) {
        int byOrder = Arrays.compareUnsigned(order, 0, orderLength, other.order, 0, other.orderLength);
        if (byOrder != 0) {
            return byOrder;
        }
        if (day != other.day) {
            return Integer.compare(day, other.day);
        }
        if (customer != other.customer) {
            return Integer.compare(customer, other.customer);
        }
        if (product != other.product) {
            return Integer.compare(product, other.product);
        }
        if (quantity != other.quantity) {
            return Long.compare(quantity, other.quantity);
        }
        if (unitPrice != other.unitPrice) {
            return Long.compare(unitPrice, other.unitPrice);
        }
        if (revenue != other.revenue) {
            return Long.compare(revenue, other.revenue);
        }
        if (cost != other.cost) {
            return Long.compare(cost, other.cost);
        }
        return Integer.compare(city, other.city);
    }

    /** The current entry as an object. */
    SoldLine line() {
        return new SoldLine(
                new String(order, 0, orderLength, UTF_8),
                month * 100 + day,
                customer,
                product,
                quantity,
                unitPrice,
                revenue,
                cost,
                city);
    }
}
