package org.salesetl.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;

/** Collects what moved between two slices. */
final class ChangesDraft implements SqlParameters {

    private final ChangesQuery query;
    private final List<SumsOfSlice> sums = new ArrayList<>();
    private List<Change> categories = List.of();
    private List<Change> products = List.of();
    private List<Change> customers = List.of();

    ChangesDraft(ChangesQuery query) {
        this.query = query;
    }

    /** The two slices. */
    List<SumsOfSlice> slices() {
        return List.of(new SumsOfSlice(query.now()), new SumsOfSlice(query.before()));
    }

    /** Stores the sums of the next slice. */
    void summedUp(SumsOfSlice slice) {
        sums.add(slice);
    }

    /** Stores the rows of {@code select-changes-by-category.sql}. A single category tells no more than the key figures do. */
    void categories(List<SqlRow> rows) {
        categories = rows.size() < 2 ? List.of() : Change.of(rows);
    }

    /** Stores the rows of {@code select-changes-by-product.sql}. */
    void products(List<SqlRow> rows) {
        products = Change.of(rows);
    }

    /** Stores the rows of {@code select-changes-by-customer.sql}. */
    void customers(List<SqlRow> rows) {
        customers = Change.of(rows);
    }

    Changes changes() {
        return new Changes(categories, products, customers);
    }

    /** The parameters of the statements that select the largest changes. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("productsNow", sums.get(0).byProduct());
        parameters.put("productsBefore", sums.get(1).byProduct());
        parameters.put("customersNow", sums.get(0).byCustomer());
        parameters.put("customersBefore", sums.get(1).byCustomer());
        return parameters;
    }
}
