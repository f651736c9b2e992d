package org.salesetl.mapping;

import java.math.BigDecimal;
import org.salesetl.vocabulary.Labelled;

/** What the number of a discount counts. */
public enum DiscountUnit implements Labelled {
    /** Money that is taken off the line. */
    MONEY,
    /** The share of the price: 0.15 takes 15 per cent off. */
    SHARE,
    /** Hundredths of the price: 15 takes 15 per cent off. */
    PERCENT,
    /** Nothing: the prices are those after the discount. */
    NONE;

    /**
     * What a discount takes off, with the sign that the file gives the discount.
     *
     * @param full price times quantity
     */
    public BigDecimal off(BigDecimal full, BigDecimal discount) {
        return switch (this) {
            case MONEY -> discount;
            case SHARE -> full.multiply(discount);
            case PERCENT -> full.multiply(discount).movePointLeft(2);
            case NONE -> BigDecimal.ZERO;
        };
    }
}
