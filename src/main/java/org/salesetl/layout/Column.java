package org.salesetl.layout;

import org.salesetl.vocabulary.Labelled;

/** The columns that any kind of file may have, by the names that the warehouse uses. */
public enum Column implements Labelled {
    CUSTOMER_ID,
    PRODUCT_ID,
    ORDER_ID,
    SALE_ID,
    NAME,
    /** In a wide sales file, which describes its customers and products as well. */
    CUSTOMER_NAME,
    /** In a wide sales file. */
    PRODUCT_NAME,
    EMAIL,
    CITY,
    CATEGORY,
    COST_PRICE,
    PRICE,
    /** What all units of a sale together cost. */
    AMOUNT,
    ORDER_DATE,
    QUANTITY;
}
