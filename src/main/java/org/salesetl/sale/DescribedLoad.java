package org.salesetl.sale;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.load.FileLoad;
import org.salesetl.quarantine.Verdicts;

/** A wide file that is read for the customers and products that its sales describe. */
final class DescribedLoad implements SqlParameters {

    private static final String CUSTOMERS = "sale/load-described-customers";
    private static final String PRODUCTS = "sale/load-described-products";

    private final FileLoad load;
    private final DescribedDimensions described = new DescribedDimensions();
    private int customersAdded;

    DescribedLoad(FileLoad load) {
        this.load = load;
    }

    /** The file. */
    FileLoad load() {
        return load;
    }

    /** Notes what the good sales of a chunk say; what is wrong with the others is told when the sales are loaded. */
    void note(Verdicts verdicts) {
        described.add(verdicts.accepted(Sale.class));
    }

    /** Brings what was noted into its staging tables. */
    void stage() {
        load.tables().keep(CUSTOMERS, described.customers());
        load.tables().finish(CUSTOMERS);
        load.tables().keep(PRODUCTS, described.products());
        load.tables().finish(PRODUCTS);
    }

    /** Takes over how many customers nobody knew before. */
    void addedCustomers(int rows) {
        customersAdded = rows;
    }

    /** Takes over how many products nobody knew before, and enters both into the books. */
    void addedProducts(int rows) {
        load.books().described(customersAdded, rows, described.contradictions());
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return load.parameters();
    }
}
