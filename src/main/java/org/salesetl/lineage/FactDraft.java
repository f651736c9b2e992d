package org.salesetl.lineage;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;

/** Collects the sales that a request asks for. */
final class FactDraft implements SqlParameters {

    private final FactQuery query;
    private Map<String, @Nullable Object> parameters;
    private List<SqlRow> customers = List.of();
    private List<SqlRow> products = List.of();
    private List<SqlRow> rows = List.of();
    private @Nullable FactTotals totals;

    FactDraft(FactQuery query) {
        this.query = query;
        this.parameters = query.parameters();
    }

    FactQuery query() {
        return query;
    }

    /** Stores the rows of {@code select-customer-keys.sql}. */
    void customers(List<SqlRow> keys) {
        customers = keys;
    }

    List<SqlRow> customers() {
        return customers;
    }

    /** Stores the rows of {@code select-product-keys.sql}. */
    void products(List<SqlRow> keys) {
        products = keys;
    }

    List<SqlRow> products() {
        return products;
    }

    /** Replaces the parameters by parameters with the keys of customers and products. */
    void useKeys(Map<String, @Nullable Object> byKeys) {
        parameters = byKeys;
    }

    /** Stores the rows of {@code select-facts.sql}. */
    void found(List<SqlRow> facts) {
        rows = facts;
    }

    List<SqlRow> rows() {
        return rows;
    }

    /** Stores the row of {@code sum-facts.sql}. */
    void summed(@Nullable SqlRow sums) {
        totals = sums == null ? null : FactTotals.of(sums);
    }

    /** The sums over all sales; null if nobody asks for them, or if there are too many sales. */
    @Nullable
    FactTotals totals() {
        return totals;
    }

    /** The parameters of the next statement. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return parameters;
    }
}
