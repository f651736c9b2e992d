package org.salesetl.metric;

import org.salesetl.slice.MetricFilter;

/** The sums of a slice by product and by customer as JSON. */
final class SumsOfSlice extends Slice {

    private String byProduct = "[]";
    private String byCustomer = "[]";

    SumsOfSlice(MetricFilter filter) {
        super(filter);
    }

    /** Stores the sums. */
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
