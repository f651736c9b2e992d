package org.salesetl.rollup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Collects lines in arrays instead of objects, until there are enough to sort and pack them. */
final class LineBuffer {

    private int size;
    private int[] packs = new int[0];
    private int[] orderStarts = new int[1];
    private int[] days = new int[0];
    private int[] customers = new int[0];
    private int[] products = new int[0];
    private long[] quantities = new long[0];
    private long[] unitPrices = new long[0];
    private long[] revenues = new long[0];
    private long[] costs = new long[0];
    private int[] cities = new int[0];
    private byte[] orders = new byte[0];

    int size() {
        return size;
    }

    /** Adds a line that is added to its pack, or one that is removed from it. */
    void add(SoldLine line, boolean removal) {
        byte[] order = line.orderId().getBytes(UTF_8);
        int orderStart = orderStarts[size];
        makeRoom(orderStart + order.length);
        System.arraycopy(order, 0, orders, orderStart, order.length);
        orderStarts[size + 1] = orderStart + order.length;
        packs[size] = PackedBatch.code(PackKey.of(line), removal);
        days[size] = line.dateKey() % 100;
        customers[size] = line.customerKey();
        products[size] = line.productKey();
        quantities[size] = line.quantity();
        unitPrices[size] = line.unitPrice();
        revenues[size] = line.revenue();
        costs[size] = line.cost();
        cities[size] = line.cityKey();
        size++;
    }

    private void makeRoom(int orderEnd) {
        if (size == packs.length) {
            int more = Math.max(1024, size * 2);
            packs = Arrays.copyOf(packs, more);
            orderStarts = Arrays.copyOf(orderStarts, more + 1);
            days = Arrays.copyOf(days, more);
            customers = Arrays.copyOf(customers, more);
            products = Arrays.copyOf(products, more);
            quantities = Arrays.copyOf(quantities, more);
            unitPrices = Arrays.copyOf(unitPrices, more);
            revenues = Arrays.copyOf(revenues, more);
            costs = Arrays.copyOf(costs, more);
            cities = Arrays.copyOf(cities, more);
        }
        if (orderEnd + 8 > orders.length) {
            orders = Arrays.copyOf(orders, orderEnd + Math.max(8192, orders.length));
        }
    }

    /** Sorts and packs all lines, and forgets them. */
    PackedBatch pack() {
        // Sorts by pack first, as plain numbers. Then many short lists are left to be sorted by order, instead of a
        // long one.
        long[] byPack = new long[size];
        Arrays.setAll(byPack, line -> ((long) packs[line] << 32) | line);
        Arrays.sort(byPack);
        Integer[] lines = new Integer[size];
        Arrays.setAll(lines, i -> (int) byPack[i]);

        PackedBatch.Builder batch = new PackedBatch.Builder(size);
        for (int from = 0, to; from < size; from = to) {
            int pack = packs[lines[from]];
            to = from + 1;
            while (to < size && packs[lines[to]] == pack) {
                to++;
            }
            sort(lines, from, to);
            PackWriter writer = batch.begin(pack);
            for (int i = from; i < to; i++) {
                append(lines[i], writer);
            }
            writer.end();
        }
        size = 0;
        return batch.build();
    }

    /**
     * Sorts the lines of a pack by order. Most of it is again a sort of plain numbers. Such a number holds the first bits of the
     * order's id after the bytes that all ids share, and the line's place in the list. Lines whose bits are equal are then sorted
     * by comparison.
     */
    private void sort(Integer[] lines, int from, int to) {
        int shared = sharedBytes(lines, from, to);
        int placeBits = Integer.SIZE - Integer.numberOfLeadingZeros(to - from);
        long[] keys = new long[to - from];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = ((orderBytes(lines[from + i], shared) >>> (placeBits + 1)) << placeBits) | i;
        }
        Arrays.sort(keys);
        Integer[] unsorted = Arrays.copyOfRange(lines, from, to);
        int equalFrom = from;
        for (int i = 0; i < keys.length; i++) {
            lines[from + i] = unsorted[(int) (keys[i] & ((1L << placeBits) - 1))];
            if (i + 1 == keys.length || keys[i] >>> placeBits != keys[i + 1] >>> placeBits) {
                Arrays.sort(lines, equalFrom, from + i + 1, this::compare);
                equalFrom = from + i + 1;
            }
        }
    }

    /** How many bytes at the start of the order ids of these lines are the same in all of them. */
    private int sharedBytes(Integer[] lines, int from, int to) {
        int start = orderStarts[lines[from]];
        int shared = orderStarts[lines[from] + 1] - start;
        for (int i = from + 1; i < to; i++) {
            int differs = Arrays.mismatch(
                    orders, start, start + shared, orders, orderStarts[lines[i]], orderStarts[lines[i] + 1]);
            shared = differs < 0 ? shared : differs;
        }
        return shared;
    }

    /** Eight bytes of an order's id as an unsigned number, which sorts as the bytes do; a shorter id is filled up with zeros. */
    private long orderBytes(int line, int from) {
        int start = orderStarts[line] + from;
        int count = orderStarts[line + 1] - start;
        long bytes = Long.reverseBytes(PackLayout.eightBytes(orders, start));
        return count >= 8 ? bytes : count == 0 ? 0 : bytes & (-1L << (64 - 8 * count));
    }

    private void append(int line, PackWriter writer) {
        writer.append(
                orders,
                orderStarts[line],
                orderStarts[line + 1],
                days[line],
                customers[line],
                products[line],
                quantities[line],
                unitPrices[line],
                revenues[line],
                costs[line],
                cities[line]);
    }

    /** Compares two lines as {@link PackReader#compareEntry} compares entries. */
    private int compare(int a, int b) {
        int byOrder = Arrays.compareUnsigned(
                orders, orderStarts[a], orderStarts[a + 1], orders, orderStarts[b], orderStarts[b + 1]);
        if (byOrder != 0) {
            return byOrder;
        }
        if (days[a] != days[b]) {
            return Integer.compare(days[a], days[b]);
        }
        if (customers[a] != customers[b]) {
            return Integer.compare(customers[a], customers[b]);
        }
        if (products[a] != products[b]) {
            return Integer.compare(products[a], products[b]);
        }
        if (quantities[a] != quantities[b]) {
            return Long.compare(quantities[a], quantities[b]);
        }
        if (unitPrices[a] != unitPrices[b]) {
            return Long.compare(unitPrices[a], unitPrices[b]);
        }
        if (revenues[a] != revenues[b]) {
            return Long.compare(revenues[a], revenues[b]);
        }
        if (costs[a] != costs[b]) {
            return Long.compare(costs[a], costs[b]);
        }
        return Integer.compare(cities[a], cities[b]);
    }
}
