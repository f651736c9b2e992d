package org.salesetl.vocabulary;

/** What a file brings. A run loads the kinds in the order of these constants. */
public enum Kind implements Labelled {
    /** What currencies are worth; first, so that sales in other currencies find the rates. */
    RATES,
    CUSTOMERS,
    PRODUCTS,
    SALES;

    /** Whether files of this kind have amounts in the currency of the warehouse. */
    public boolean hasAmounts() {
        return this == PRODUCTS || this == SALES;
    }
}
