package org.salesetl.rollup;

import java.util.Arrays;

/** Writes packs one after the other into one array, in the layout of {@link PackLayout}. The entries must come sorted. */
final class PackWriter {

    private static final int LONGEST_USUAL_ENTRY = 512;

    private byte[] bytes;
    private int length;
    private int entries;

    private byte[] order = new byte[64];
    private int orderLength;
    private int customer;

    /**
     * @param expectedBytes how many bytes the entries will take; the array gets room for another entry, so that it need not grow
     *     at the last
     */
    PackWriter(int expectedBytes) {
        bytes = new byte[expectedBytes + PackLayout.HEADER + PackLayout.PADDING + LONGEST_USUAL_ENTRY];
    }

    /** Begins a pack of this month, which is as in 202501. */
    void begin(int month) {
        makeRoom(PackLayout.HEADER);
        bytes[length] = PackLayout.VERSION;
        length++;
        put(month, 3);
        entries = 0;
        orderLength = 0;
    }

    /** Appends the current entry of the reader. */
    void append(PackReader entry) {
        append(
                entry.order(),
                0,
                entry.orderLength(),
                entry.day(),
                entry.customer(),
                entry.product(),
                entry.quantity(),
                entry.unitPrice(),
                entry.revenue(),
                entry.cost(),
                entry.city());
    }

    /** Appends an entry. Its order's id, in UTF-8, is between two positions of an array. */
    void append(
            byte[] orderBytes,
            int orderFrom,
            int orderTo,
            int day,
            int entryCustomer,
            int product,
            long quantity,
            long unitPrice,
            long revenue,
            long cost,
            int city) {
        int shared = Arrays.mismatch(order, 0, orderLength, orderBytes, orderFrom, orderTo);
        boolean newOrder = shared >= 0 || entries == 0;
        boolean newCustomer = newOrder || entryCustomer != customer;
        long whole = quantity / PackLayout.UNIT;
        boolean usual = whole == (int) whole && quantity == whole * PackLayout.UNIT && revenue == whole * unitPrice;
        boolean wholeCents = unitPrice % PackLayout.CENT == 0;
        long price = wholeCents ? unitPrice / PackLayout.CENT : unitPrice;
        long zigzag = PackLayout.zigzag(usual ? whole : quantity);
        long revenueZigzag = PackLayout.zigzag(revenue);
        int revenueSize = PackLayout.size(revenueZigzag);
        int customerSize = newCustomer ? PackLayout.size(entryCustomer) : 1;
        int productSize = PackLayout.size(product);
        boolean large = zigzag >>> (usual ? 8 : 32) != 0;
        int quantitySize = usual ? (large ? 4 : 1) : (large ? 8 : 4);
        int priceSize = PackLayout.size(price);
        int costKind = costKind(cost, usual ? whole : 0);
        long costZigzag = PackLayout.zigzag(
                switch (costKind) {
                    case PackLayout.UNIT_COST_IN_CENTS -> cost / whole / PackLayout.CENT;
                    case PackLayout.UNIT_COST -> cost / whole;
                    default -> cost;
                });
        int costSize = PackLayout.size(costZigzag);
        int citySize = city == SoldLine.NO_CITY ? 0 : PackLayout.size(city);

        makeRoom(64 + orderTo - orderFrom);
        bytes[length] = (byte) ((usual ? day : 0)
                | (newOrder ? PackLayout.NEW_ORDER : 0)
                | (newCustomer ? PackLayout.NEW_CUSTOMER : 0)
                | (wholeCents ? PackLayout.WHOLE_CENTS : 0));
        bytes[length + 1] = (byte) (customerSize - 1
                | (productSize - 1) << PackLayout.PRODUCT_SIZE
                | (large ? 1 : 0) << PackLayout.QUANTITY_SIZE
                | (priceSize - 1) << PackLayout.PRICE_SIZE);
        bytes[length + 2] =
                (byte) (costKind | (costSize - 1) << PackLayout.COST_SIZE | citySize << PackLayout.CITY_SIZE);
        length += 3;
        if (!usual) {
            put(day | (revenueSize - 1) << PackLayout.REVENUE_SIZE, 1);
            put(revenueZigzag, revenueSize);
        }
        if (newOrder) {
            putOrder(Math.max(shared, 0), orderBytes, orderFrom, orderTo);
        }
        if (newCustomer) {
            put(entryCustomer, customerSize);
            customer = entryCustomer;
        }
        put(product, productSize);
        put(zigzag, quantitySize);
        put(price, priceSize);
        if (costKind != PackLayout.NO_COST) {
            put(costZigzag, costSize);
        }
        put(city, citySize);
        entries++;
    }

    /** How to write a cost: as that of one unit, if that is exact. */
    private static int costKind(long cost, long units) {
        if (cost == SoldLine.NO_COST) {
            return PackLayout.NO_COST;
        }
        if (units == 0 || cost % units != 0) {
            return PackLayout.TOTAL_COST;
        }
        return cost / units % PackLayout.CENT == 0 ? PackLayout.UNIT_COST_IN_CENTS : PackLayout.UNIT_COST;
    }

    private void putOrder(int shared, byte[] orderBytes, int from, int to) {
        orderLength = to - from;
        int rest = orderLength - shared;
        putLength(shared);
        putLength(rest);
        if (order.length < orderLength) {
            order = Arrays.copyOf(order, orderLength * 2);
        }
        System.arraycopy(orderBytes, from + shared, order, shared, rest);
        System.arraycopy(orderBytes, from + shared, bytes, length, rest);
        length += rest;
    }

    private void putLength(int value) {
        if (value > 0x7FFF) {
            throw new IllegalArgumentException("An order id of " + value + " bytes is too long for a pack");
        }
        if (value > 0x7F) {
            bytes[length++] = (byte) (value | 0x80);
            bytes[length++] = (byte) (value >> 7);
        } else {
            bytes[length++] = (byte) value;
        }
    }

    /** Writes eight bytes; the next write overwrites those beyond the size. */
    private void put(long value, int size) {
        PackLayout.putEightBytes(bytes, length, value);
        length += size;
    }

    private void makeRoom(int count) {
        if (bytes.length - length < count + 8) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 3 / 2, length + count + 8));
        }
    }

    /** Ends the pack at {@link #length()}. */
    void end() {
        makeRoom(PackLayout.PADDING);
        Arrays.fill(bytes, length, length + PackLayout.PADDING, (byte) 0);
        length += PackLayout.PADDING;
    }

    /** How many entries the pack has. */
    int entries() {
        return entries;
    }

    /** How many bytes all packs take. */
    int length() {
        return length;
    }

    /** All packs. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
