package org.salesetl.mapping;

import org.salesetl.vocabulary.Labelled;

/** What the revenue of a sale is, in a file that has both. */
public enum RevenueSource implements Labelled {
    /** The amount of the line. */
    AMOUNT,
    /** The price of one unit times the quantity, less the discount of the line. */
    PRICE
}
