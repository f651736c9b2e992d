package org.salesetl.lineage;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.lineage.FactListing.Fact;
import org.salesetl.slice.MetricFilter;
import org.salesetl.sql.SqlRow;
import org.salesetl.web.Table;
import org.springframework.stereotype.Component;

/** Makes the parameters of {@code select-facts.sql}, and listings of its rows. */
@Component
class Facts {

    /** If a city has more customers, or a category more products, its sales are common among the newest sales, so keys are not used. */
    private static final int MOST_KEYS = 1_000;

    /** The columns of a file of sales. */
    private static final List<String> COLUMNS = List.of(
            "date",
            "order_id",
            "sale_id",
            "customer_id",
            "customer",
            "city",
            "product_id",
            "product",
            "category",
            "quantity",
            "unit_price",
            "revenue",
            "cost",
            "original_currency",
            "original_amount",
            "file",
            "line");

    /** Lets the draft ask for the keys of customers and products. */
    void useKeys(FactDraft draft) {
        draft.useKeys(parameters(draft.query(), draft.customers(), draft.products()));
    }

    /**
     * The parameters of {@code select-facts.sql}. They name keys instead of ids, cities and categories, so that the server finds the sales
     * of a few customers or products by an index. Without keys, a question about a category without products read all of 307,000 sales,
     * and took seconds.
     *
     * @param customers the rows of {@code select-customer-keys.sql}, at most one more than are used
     * @param products the rows of {@code select-product-keys.sql}, at most one more than are used
     */
    Map<String, @Nullable Object> parameters(FactQuery query, List<SqlRow> customers, List<SqlRow> products) {
        Map<String, @Nullable Object> parameters = new HashMap<>(query.parameters());
        MetricFilter filter = query.filter();
        boolean someCustomers =
                !filter.cities().isEmpty() || !filter.customers().isEmpty();
        boolean anyCustomer = !someCustomers || (filter.customers().isEmpty() && customers.size() > MOST_KEYS);
        boolean anyProduct = !filter.isOfSomeProducts() || (filter.products().isEmpty() && products.size() > MOST_KEYS);
        parameters.put("anyCustomer", anyCustomer);
        parameters.put("anyProduct", anyProduct);
        parameters.put("customerKeys", keys(anyCustomer ? List.of() : customers));
        parameters.put("productKeys", keys(anyProduct ? List.of() : products));
        return parameters;
    }

    /** The keys in the rows, and -1, which is no key: a list in SQL must not be empty. */
    private static List<Object> keys(List<SqlRow> rows) {
        List<Object> keys = new ArrayList<>(List.of(-1));
        rows.forEach(row -> keys.addAll(row.columns().values()));
        return keys;
    }

    /** The listing of the rows of {@code select-facts.sql}. A row beyond the limit is left out, and means that there are more rows. */
    FactListing listing(FactDraft draft) {
        FactQuery query = draft.query();
        List<SqlRow> rows = draft.rows();
        List<Fact> facts = rows.stream().limit(query.limit()).map(Facts::fact).toList();
        return new FactListing(facts, rows.size() > query.limit(), draft.totals(), filters(query));
    }

    /** All sales as a table for a file. */
    Table table(Iterator<Map<String, Object>> rows) {
        return Table.ofRows("sales", "Sales", COLUMNS, rows, row -> cells(fact(row)));
    }

    private static List<@Nullable Object> cells(Fact fact) {
        return Arrays.asList(
                LocalDate.parse(fact.date()),
                fact.orderId(),
                fact.saleId(),
                fact.customerId(),
                fact.customer(),
                fact.city(),
                fact.productId(),
                fact.product(),
                fact.category(),
                fact.quantity(),
                fact.unitPrice(),
                fact.revenue(),
                fact.cost(),
                fact.originalCurrency(),
                fact.originalAmount(),
                fact.file(),
                fact.line());
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
                row.decimalOrNull("cost"),
                row.textOrNull("original_currency"),
                row.decimalOrNull("original_amount"),
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
