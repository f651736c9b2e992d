package org.salesetl;

import java.util.Locale;

/** What a file brings. The order of the constants is the order in which a run loads them. */
public enum Kind {
    CUSTOMERS,
    PRODUCTS,
    SALES;

    /** The name in the ledger, in routes and in JSON, for example {@code sales}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
