package org.salesetl.rollup;

/** What a load adds to the four small tables of sums. */
public final class Rollups {

    private final Sums byCustomer = new Sums(Grouping.CUSTOMER);
    private final Sums byProduct = new Sums(Grouping.PRODUCT);
    private final Sums byDay = new Sums(Grouping.DAY);
    private final Sums byMonth = new Sums(Grouping.MONTH);

    Rollups() {}

    /** The sums for one table. */
    public Sums by(Grouping grouping) {
        return switch (grouping) {
            case CUSTOMER -> byCustomer;
            case PRODUCT -> byProduct;
            case DAY -> byDay;
            case MONTH -> byMonth;
        };
    }

    /** Adds a sale, or takes it away if the sign is -1. Orders are counted separately, since an order may have other sales. */
    void add(SoldLine line, int sign) {
        long quantity = sign * line.quantity();
        long revenue = sign * line.revenue();
        byCustomer.add(line.customerKey(), sign, quantity, revenue, 0);
        byProduct.add(line.productKey(), sign, quantity, revenue, sign * line.unitPrice());
        byDay.add(line.dateKey(), sign, quantity, revenue, 0);
        byMonth.add(line.month(), sign, quantity, revenue, 0);
    }

    void addOrders(int month, OrderCounts orders) {
        byMonth.add(month, 0, 0, 0, orders.ofMonth());
        for (int day = 1; day <= PackLayout.DAY; day++) {
            if (orders.ofDay(day) != 0) {
                byDay.add(month * 100 + day, 0, 0, 0, orders.ofDay(day));
            }
        }
    }
}
