package org.salesetl.ledger;

import org.salesetl.vocabulary.Labelled;

/** What became of a row that was read. Every row has exactly one outcome. */
public enum Outcome implements Labelled {
    /** Nobody had seen the row before. */
    INSERTED,
    /** The business key is known, and something has changed. */
    UPDATED,
    /** The row is known as it is. */
    UNCHANGED,
    /** The row says that a loaded sale came to nothing: the sale has left the facts. */
    WITHDRAWN,
    /** The row is no sale. */
    LEFT_OUT,
    /** Somebody has to correct the row. */
    REJECTED,
    /** The sale waits for a customer, a product or a price. */
    PARKED;

    /** The outcome in words, as in {@code left out}. */
    String words() {
        return label().replace('_', ' ');
    }

    /** The name of the count in JSON and in statements, as in {@code leftOut}. */
    String count() {
        return this == LEFT_OUT ? "leftOut" : label();
    }

    /** The name of the revenue in statements, as in {@code leftOutRevenue}. */
    String revenue() {
        return count() + "Revenue";
    }
}
