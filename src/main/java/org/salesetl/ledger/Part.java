package org.salesetl.ledger;

import java.math.BigDecimal;

/**
 * A part of the rows of a file.
 *
 * @param rows how many rows there are
 * @param revenue their revenue, as far as the rows tell
 */
public record Part(int rows, BigDecimal revenue) {

    /** No rows. */
    public static final Part NONE = new Part(0, BigDecimal.ZERO);

    /** Both parts together. */
    public Part plus(Part other) {
        return new Part(rows + other.rows, revenue.add(other.revenue));
    }

    /** This part without the other. */
    Part minus(Part other) {
        return new Part(rows - other.rows, revenue.subtract(other.revenue));
    }
}
