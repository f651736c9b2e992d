package org.salesetl.rollup;

import java.util.List;

/** The sums of a slice for each day, week or month of it. */
public interface PeriodSums {

    /** The length of the periods. */
    Grain grain();

    /** The sums of each period with a sale, ascending. An order with sales in two months counts in both. */
    List<Sum> sums();

    /** How many customers bought in each period of {@link #sums()}. */
    List<Integer> customersOfEach();

    /** How many customers bought in the whole slice. */
    int customers();

    /** The sum of the distinct orders of each month: an order with sales in two months counts in both. */
    long orders();
}
