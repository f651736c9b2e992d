package org.salesetl.metric;

import org.salesetl.slice.MetricFilter;

/** The revenue of a slice by product and by customer as JSON. */
final class SumsOfSlice extends Slice {

    private String byProduct = "[]";
    private String byCustomer = "[]";

    SumsOfSlice(MetricFilter filter) {
        super(filter);
    }

    /** Stores the revenue by product and by customer. */
    void summedUp(String products, String customers) {
        byProduct = products;
        byCustomer = customers;
    }

    String byProduct() {
        return byProduct;
    }

    String byCustomer() {
        return byCustomer;
    }
}
