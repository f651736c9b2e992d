package org.salesetl.rollup;

/**
 * A sale as the rollups see it. Two sales may be equal.
 *
 * @param orderId the id of its order, compared by its UTF-8 bytes
 * @param dateKey its day, as in 20250131
 * @param customerKey the customer's surrogate key, never negative
 * @param productKey the product's surrogate key, never negative
 * @param quantity the units sold; negative if they came back
 * @param unitPrice the price of one unit in ten-thousandths (742.20 is 7_422_000), never negative
 * @param revenue the revenue in ten-thousandths: quantity times unit price, unless the file gave the total and the unit price is
 *     derived from it
 */
public record SoldLine(
        String orderId, int dateKey, int customerKey, int productKey, int quantity, long unitPrice, long revenue) {

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
        require(revenue != Long.MIN_VALUE, "a revenue with an opposite", revenue);
    }

    /**
     * A sale whose revenue is quantity times unit price.
     *
     * @throws IllegalArgumentException if the revenue does not fit into 64 bits
     */
    public SoldLine(String orderId, int dateKey, int customerKey, int productKey, int quantity, long unitPrice) {
        this(orderId, dateKey, customerKey, productKey, quantity, unitPrice, quantity * unitPrice);
        boolean fits = Math.multiplyHigh(quantity, unitPrice) == (revenue >> 63);
        require(fits, "a price whose revenue fits into 64 bits", unitPrice);
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
