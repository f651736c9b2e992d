package org.salesetl.rollup;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A sale as the rollups see it. Two sales may be equal.
 *
 * @param orderId the id of its order, compared by its UTF-8 bytes
 * @param dateKey its day, as in 20250131
 * @param customerKey the customer's surrogate key, never negative
 * @param productKey the product's surrogate key, never negative
 * @param quantity the units sold, in ten-thousandths (6 units are 60_000); negative if they came back
 * @param unitPrice the price of one unit in ten-thousandths (742.20 is 7_422_000), never negative
 * @param revenue the revenue in ten-thousandths: quantity times unit price, rounded, unless the file gave the total and the unit
 *     price is derived from it
 * @param cost what all units have cost, in ten-thousandths; {@link #NO_COST} if nobody knows
 * @param cityKey the key of the city that the sale names; {@link #NO_CITY} if it names none, and that of its customer counts
 */
public record SoldLine(
        String orderId,
        int dateKey,
        int customerKey,
        int productKey,
        long quantity,
        long unitPrice,
        long revenue,
        long cost,
        int cityKey) {

    /** The cost of a sale whose cost is unknown. */
    public static final long NO_COST = Long.MIN_VALUE;

    /** The city of a sale that names none. */
    public static final int NO_CITY = 0;

    /**
     * @throws IllegalArgumentException if a number is outside its range
     */
    public SoldLine {
        int day = dateKey % 100;
        int month = dateKey / 100 % 100;
        boolean isDate = dateKey > 0 && dateKey <= 9999_12_31 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
        require(isDate, "a date key", dateKey);
        require(customerKey >= 0, "a customer key", customerKey);
        require(productKey >= 0, "a product key", productKey);
        require(unitPrice >= 0, "a price", unitPrice);
        // It must be possible to remove every sale, and the least long has no opposite.
        require(quantity != Long.MIN_VALUE, "a quantity with an opposite", quantity);
        require(revenue != Long.MIN_VALUE, "a revenue with an opposite", revenue);
        require(cityKey >= NO_CITY, "the key of a city", cityKey);
    }

    /**
     * A sale in units and in the currency instead of ten-thousandths.
     *
     * @param cost null if nobody knows
     * @throws ArithmeticException if a number has more than four decimals, or does not fit into 64 bits
     * @throws IllegalArgumentException if a number is outside its range
     */
    public static SoldLine of(
            String orderId,
            int dateKey,
            int customerKey,
            int productKey,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal revenue,
            @Nullable BigDecimal cost,
            int cityKey) {
        return new SoldLine(
                orderId,
                dateKey,
                customerKey,
                productKey,
                tenThousandths(quantity),
                tenThousandths(unitPrice),
                tenThousandths(revenue),
                cost == null ? NO_COST : tenThousandths(cost),
                cityKey);
    }

    private static long tenThousandths(BigDecimal number) {
        return number.movePointRight(4).longValueExact();
    }

    /** The month of the day, as in 202501. */
    int month() {
        return dateKey / 100;
    }

    private static void require(boolean condition, String expected, long found) {
        if (!condition) {
            throw new IllegalArgumentException("Expected " + expected + " but found " + found);
        }
    }
}
