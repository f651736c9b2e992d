package org.salesetl.sale;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.load.FileLoad;
import org.salesetl.quarantine.Verdicts;
import org.salesetl.rule.Sale;
import org.salesetl.sql.SqlParameters;

/** The load of a wide file while it is read for the customers and products that its sales describe. */
final class DescribedLoad implements SqlParameters {

    private static final String CITIES = "sale/load-described-cities";
    private static final String CUSTOMERS = "sale/load-described-customers";
    private static final String PRODUCTS = "sale/load-described-products";

    private final FileLoad load;
    private final DescribedDimensions described = new DescribedDimensions();
    private int customersAdded;

    DescribedLoad(FileLoad load) {
        this.load = load;
    }

    FileLoad load() {
        return load;
    }

    /** Notes the descriptions in the good sales of a chunk. Bad rows are reported when the sales are loaded. */
    void note(Verdicts verdicts) {
        described.add(verdicts.accepted(Sale.class));
    }

    /** Writes the descriptions to their staging tables. */
    void stage() {
        load.tables().keep(CITIES, described.cities());
        load.tables().finish(CITIES);
        load.tables().keep(CUSTOMERS, described.customers());
        load.tables().finish(CUSTOMERS);
        load.tables().keep(PRODUCTS, described.products());
        load.tables().finish(PRODUCTS);
    }

    /** Sets how many customers were new. */
    void addedCustomers(int rows) {
        customersAdded = rows;
    }

    /** Takes how many products were new, and enters customers and products into the books. */
    void addedProducts(int rows) {
        load.books().described(customersAdded, rows, described.contradictions());
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return load.parameters();
    }
}
