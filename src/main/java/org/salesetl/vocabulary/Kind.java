package org.salesetl.vocabulary;

/** What a file brings. The order of the constants is the order in which a run loads them. */
public enum Kind implements Labelled {
    CUSTOMERS,
    PRODUCTS,
    SALES
}
