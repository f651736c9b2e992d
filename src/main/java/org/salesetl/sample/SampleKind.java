package org.salesetl.sample;

import java.util.List;

/** The three sample files, in the order in which they are written. */
enum SampleKind {
    CUSTOMERS("customers", "customer_id", "name", "email", "city"),
    PRODUCTS("products", "product_id", "name", "category", "cost_price", "price"),
    SALES("sales", "sale_id", "order_id", "customer_id", "product_id", "order_date", "quantity", "price");

    private final String baseName;
    private final List<String> columns;

    SampleKind(String baseName, String... columns) {
        this.baseName = baseName;
        this.columns = List.of(columns);
    }

    /** The name of the file without its ending. */
    String baseName() {
        return baseName;
    }

    /** The columns of the header, in order. */
    List<String> columns() {
        return columns;
    }
}
