package org.salesetl.rollup;

import org.salesetl.vocabulary.Labelled;

/** What the rollups keep sums by. */
public enum Grouping implements Labelled {
    /** By customer key: sales, quantity, revenue. */
    CUSTOMER,
    /** By product key: sales, quantity, revenue, and the sum of the sales' unit prices. */
    PRODUCT,
    /** By date key (20250131): sales, quantity, revenue, and the distinct orders of the day. */
    DAY,
    /** By month (202501): sales, quantity, revenue, and the distinct orders of the month. */
    MONTH
}
