package org.salesetl.mapping;

/**
 * Which sales of a file load although something about the sale is unusual.
 *
 * @param guests whether a sale without a customer loads
 * @param returns whether a sale with a negative quantity loads
 */
public record Terms(boolean guests, boolean returns) {

    /** Neither of them loads. */
    public static final Terms STRICT = new Terms(false, false);
}
