package org.salesetl.rollup;

import org.jspecify.annotations.Nullable;

/** Adds up the sales that pass a filter, pack after pack. For one thread. The packs may come in any order, each once. */
public final class PackScan {

    private final Grouping grouping;
    private final SliceFilter filter;
    private final Sums sums;

    /** The key that stands for the group of a key; null if the scan does not count the orders of groups. */
    private final @Nullable GroupedKeys groups;

    /** The last order that counted for each group. */
    private final GroupedKeys counted = new GroupedKeys();

    private int orders;

    public PackScan(Grouping grouping, SliceFilter filter) {
        this(grouping, filter, new Sums(grouping), null);
    }

    private PackScan(Grouping grouping, SliceFilter filter, Sums sums, @Nullable GroupedKeys groups) {
        this.grouping = grouping;
        this.filter = filter;
        this.sums = sums;
        this.groups = groups;
    }

    /**
     * A scan that counts the distinct orders of each customer, product or place, in the place where other sums have unit prices. An order
     * counts once in each month.
     *
     * @param groups for keys whose sums are to be one: the key that stands for all of them
     */
    public static PackScan countingOrders(Grouping grouping, SliceFilter filter, GroupedKeys groups) {
        return new PackScan(grouping, filter, Sums.withOrders(grouping), groups);
    }

    /**
     * Adds the sales of a pack.
     *
     * @throws IllegalStateException if these bytes are no pack of a known layout
     */
    public void scan(byte[] pack) {
        PassingSales sales = new PassingSales(pack, filter);
        while (sales.next()) {
            add(sales);
        }
    }

    /** Adds the current sale. */
    void add(PassingSales sales) {
        PackReader sale = sales.sale();
        boolean startsOrder = sales.startsOrder(grouping);
        if (groups == null) {
            sums.add(
                    key(sale),
                    sale,
                    switch (grouping) {
                        case CUSTOMER, PLACE -> 0;
                        case PRODUCT -> sale.unitPrice();
                        case DAY, MONTH -> startsOrder ? 1 : 0;
                    });
        } else {
            orders += startsOrder ? 1 : 0;
            addToGroup(key(sale), sale, groups);
        }
    }

    private int key(PackReader sale) {
        return switch (grouping) {
            case CUSTOMER -> sale.customer();
            case PRODUCT -> sale.product();
            case PLACE -> Places.of(sale);
            case DAY -> sale.month() * 100 + sale.day();
            case MONTH -> sale.month();
        };
    }

    private void addToGroup(int key, PackReader sale, GroupedKeys keys) {
        int first = keys.get(key);
        int group = first == 0 ? key : first;
        sums.add(group, sale, counted.get(group) == orders ? 0 : 1);
        counted.put(group, orders);
    }

    /** The sums of all packs so far. An order counts if at least one of its sales passes. */
    public Sums sums() {
        return sums;
    }
}
