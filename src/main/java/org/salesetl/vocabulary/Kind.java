package org.salesetl.vocabulary;

/** What a file brings. A run loads the kinds in the order of these constants. */
public enum Kind implements Labelled {
    CUSTOMERS,
    PRODUCTS,
    SALES
}
