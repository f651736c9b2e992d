package org.salesetl.lineage;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlRow;
import org.salesetl.lineage.FactListing.Fact;
import org.salesetl.slice.MetricFilter;
import org.springframework.stereotype.Component;

/** Makes listings of rows. */
@Component
class Facts {

    /** Cities and categories of more than that are common enough to be found among the newest sales. */
    private static final int MOST_KEYS = 1_000;

    /** Lets the draft ask for keys, as soon as they are known. */
    void narrow(FactDraft draft) {
        draft.narrowed(parameters(draft.query(), draft.customers(), draft.products()));
    }

    /**
     * Parameters of {@code select-facts.sql}: keys instead of ids, cities and categories, so that an index leads to the sales of a few
     * customers or products, and to none at once where there are none. Measured with 307,000 sales and a category that no product
     * has: going through all sales took seconds.
     *
     * @param customers the rows of {@code select-customer-keys.sql}: of the slice, but for those beyond the most that are used
     * @param products the rows of {@code select-product-keys.sql}, likewise
     */
    Map<String, @Nullable Object> parameters(FactQuery query, List<SqlRow> customers, List<SqlRow> products) {
        Map<String, @Nullable Object> parameters = new HashMap<>(query.parameters());
        MetricFilter filter = query.filter();
        boolean anyCustomer =
                !filter.isOfSomeCustomers() || (filter.customers().isEmpty() && customers.size() > MOST_KEYS);
        boolean anyProduct = !filter.isOfSomeProducts() || (filter.products().isEmpty() && products.size() > MOST_KEYS);
        parameters.put("anyCustomer", anyCustomer);
        parameters.put("anyProduct", anyProduct);
        parameters.put("customerKeys", keys(anyCustomer ? List.of() : customers));
        parameters.put("productKeys", keys(anyProduct ? List.of() : products));
        return parameters;
    }

    /** A list in SQL cannot be empty, and no key is negative. */
    private static List<Object> keys(List<SqlRow> rows) {
        List<Object> keys = new ArrayList<>(List.of(-1));
        rows.forEach(row -> keys.addAll(row.columns().values()));
        return keys;
    }

    /** The rows of {@code select-facts.sql}; one beyond the limit only tells that there are more. */
    FactListing listing(FactDraft draft) {
        FactQuery query = draft.query();
        List<SqlRow> rows = draft.rows();
        List<Fact> facts = rows.stream().limit(query.limit()).map(Facts::fact).toList();
        return new FactListing(facts, rows.size() > query.limit(), filters(query));
    }

    private static Fact fact(SqlRow row) {
        return new Fact(
                row.text("sale_id"),
                row.text("order_id"),
                row.text("date"),
                row.text("customer_id"),
                row.text("customer"),
                row.text("city"),
                row.text("product_id"),
                row.text("product"),
                row.text("category"),
                row.quantity("quantity"),
                requireNonNull(row.decimalOrNull("unit_price")),
                requireNonNull(row.decimalOrNull("revenue")),
                row.textOrNull("file"),
                row.integer("source_file_id"),
                row.integer("source_line"));
    }

    private static Map<String, Object> filters(FactQuery query) {
        Map<String, Object> filters = new LinkedHashMap<>(query.filter().toJson());
        put(filters, "month", query.month());
        put(filters, "weekday", query.weekday());
        return filters;
    }

    private static void put(Map<String, Object> filters, String name, @Nullable Object value) {
        if (value != null) {
            filters.put(name, value instanceof Integer ? value : value.toString());
        }
    }
}
