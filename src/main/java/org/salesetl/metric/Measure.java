package org.salesetl.metric;

import java.util.List;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.web.Words;

/** What the value of an answer measures. Each metric has its own measure; most metrics also answer by one of the {@link #CHOICES}. */
public enum Measure implements Labelled {
    REVENUE("revenue", false),
    /** The revenue of the sales whose cost is known, less what these sales have cost. */
    PROFIT("profit", false),
    UNITS("quantity", true),
    /** Distinct orders: an order counts once for each thing that the answer has a row for, and once in each month. */
    ORDERS("orders", true),
    REVENUE_PER_ORDER("average_order_value", false),
    CUSTOMERS("customers", true);

    /** The measures that a request can choose. */
    public static final List<Measure> CHOICES = List.of(REVENUE, PROFIT, UNITS, ORDERS);

    private final String column;
    private final boolean count;

    Measure(String column, boolean count) {
        this.column = column;
        this.count = count;
    }

    /** The measure as the label of an axis. */
    public String title(Words words) {
        return words.say("measure." + label());
    }

    /** The name of the column with the value. */
    public String column() {
        return column;
    }

    /** Whether the values are counts, and no money. */
    public boolean isCount() {
        return count;
    }
}
