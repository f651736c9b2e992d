package org.salesetl.vocabulary;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many units of a product somebody has bought, or has given back if it is negative: exact, as in {@code 6} or
 * {@code 0.35}.
 *
 * @param units without zeros at the end of the decimals; never null
 */
public record Quantity(@JsonValue BigDecimal units) implements Serializable {

    /** How many decimals the quantity of a sale has at most. */
    public static final int DECIMALS = 4;

    private static final int PRICE_DECIMALS = 4;

    public Quantity {
        if (units.scale() != 0) {
            BigDecimal shortest = units.stripTrailingZeros();
            units = shortest.scale() < 0 ? shortest.setScale(0) : shortest;
        }
    }

    /**
     * The revenue of these units: quantity times unit price, exact as long as the product has four decimals, else rounded half-up
     * to four. A return takes back exactly what the sale has brought.
     *
     * @param unitPrice with at most four decimals
     */
    public BigDecimal times(BigDecimal unitPrice) {
        BigDecimal revenue = units.multiply(unitPrice);
        return revenue.scale() > PRICE_DECIMALS ? revenue.setScale(PRICE_DECIMALS, RoundingMode.HALF_UP) : revenue;
    }

    /**
     * The price of one unit, rounded half-up to four decimals.
     *
     * @param amount the price of all units together
     * @throws ArithmeticException if there are no units
     */
    public BigDecimal unitPrice(BigDecimal amount) {
        return amount.divide(units, PRICE_DECIMALS, RoundingMode.HALF_UP);
    }

    /** The digits, as in {@code 1234.5}. */
    @Override
    public String toString() {
        return units.toPlainString();
    }
}
