package org.salesetl.rollup;

/** What a load adds to the small tables of sums. */
public final class Rollups {

    private final Sums byCustomer = new Sums(Grouping.CUSTOMER);
    private final Sums byProduct = new Sums(Grouping.PRODUCT);
    private final Sums byDay = new Sums(Grouping.DAY);
    private final Sums byMonth = new Sums(Grouping.MONTH);
    private final Sums byPlace = new Sums(Grouping.PLACE);

    Rollups() {}

    /** The sums for one table. */
    public Sums by(Grouping grouping) {
        return switch (grouping) {
            case CUSTOMER -> byCustomer;
            case PRODUCT -> byProduct;
            case DAY -> byDay;
            case MONTH -> byMonth;
            case PLACE -> byPlace;
        };
    }

    /** Adds a sale, or takes it away if the sign is -1. Orders are counted separately, since an order may have other sales. */
    void add(SoldLine line, int sign) {
        byCustomer.add(line.customerKey(), line, sign, 0);
        byProduct.add(line.productKey(), line, sign, sign * line.unitPrice());
        byDay.add(line.dateKey(), line, sign, 0);
        byMonth.add(line.month(), line, sign, 0);
        if (line.cityKey() != SoldLine.NO_CITY) {
            byPlace.add(Places.ofCity(line.cityKey()), line, sign, 0);
            byPlace.add(Places.ofCustomer(line.customerKey()), line, -sign, 0);
        }
    }

    void addOrders(int month, OrderCounts orders) {
        byMonth.addOrders(month, orders.ofMonth());
        for (int day = 1; day <= PackLayout.DAY; day++) {
            if (orders.ofDay(day) != 0) {
                byDay.addOrders(month * 100 + day, orders.ofDay(day));
            }
        }
    }
}
