package org.salesetl.rollup;

import org.salesetl.vocabulary.Labelled;

/** What the rollups keep sums by: the numbers of {@link Sum}. */
public enum Grouping implements Labelled {
    /** By customer key. */
    CUSTOMER,
    /** By product key; with the sum of the sales' unit prices. */
    PRODUCT,
    /** By date key (20250131); with the distinct orders of the day. */
    DAY,
    /** By month (202501); with the distinct orders of the month. */
    MONTH,
    /**
     * By {@link Places}. The rollup has only what differs from the sums by customer: a sale that names a city adds its numbers to its
     * city, and takes them from its customer.
     */
    PLACE;

    /** Whether the rollups count distinct orders by this. */
    public boolean countsOrders() {
        return this == DAY || this == MONTH;
    }
}
