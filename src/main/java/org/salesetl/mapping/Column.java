package org.salesetl.mapping;

import org.salesetl.vocabulary.Labelled;

/** The columns that files of any kind may have, by their names in the warehouse. */
public enum Column implements Labelled {
    CUSTOMER_ID,
    PRODUCT_ID,
    ORDER_ID,
    SALE_ID,
    NAME,
    /** Only in a wide file, which also describes its customers and products. */
    CUSTOMER_NAME,
    /** Only in a wide file. */
    PRODUCT_NAME,
    EMAIL,
    CITY,
    CATEGORY,
    COST_PRICE,
    PRICE,
    /** The price of all units of a sale together. */
    AMOUNT,
    ORDER_DATE,
    QUANTITY,
    /** What became of the sale: for example whether its order was cancelled. */
    STATUS,
    /** What is taken off the price of all units of a sale. */
    DISCOUNT,
    /** The ISO 4217 code of the currency of price and amount. */
    CURRENCY,
    /** What all units of a sale have cost the business; where our own columns have a price of one unit alone, what one unit has cost. */
    COST,
    /** What one unit of a sale has cost the business. */
    UNIT_COST,
    /** The revenue of a sale less its cost. */
    PROFIT,
    /** The profit of a sale as a part of its revenue: {@code 0.35} or {@code 35 %}. */
    MARGIN,
    /** The day of a rate. */
    DATE,
    /** What one unit of a currency is worth in the currency of the warehouse. */
    RATE;
}
