package org.salesetl.sale;

import java.util.List;
import org.salesetl.ledger.FileLoad;
import org.springframework.stereotype.Component;

/** Brings what a wide file says of customers and products into its staging tables. */
@Component
class DescribedLoad {

    private static final String CUSTOMERS = "sale/load-described-customers";
    private static final String PRODUCTS = "sale/load-described-products";

    DescribedDimensions nothing() {
        return new DescribedDimensions();
    }

    void note(List<Sale> sales, DescribedDimensions described) {
        described.add(sales);
    }

    void load(DescribedDimensions described, FileLoad load) {
        load.tables().keep(CUSTOMERS, described.customers());
        load.tables().finish(CUSTOMERS);
        load.tables().keep(PRODUCTS, described.products());
        load.tables().finish(PRODUCTS);
    }
}
