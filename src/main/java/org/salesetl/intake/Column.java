package org.salesetl.intake;

import java.util.Locale;

/** The columns that any kind of file may have, by the names that the warehouse uses. */
public enum Column {
    CUSTOMER_ID,
    PRODUCT_ID,
    ORDER_ID,
    SALE_ID,
    NAME,
    EMAIL,
    CITY,
    CATEGORY,
    COST_PRICE,
    PRICE,
    ORDER_DATE,
    QUANTITY;

    /** The name in the warehouse's spelling, for example {@code order_date}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
