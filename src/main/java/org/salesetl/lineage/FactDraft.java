package org.salesetl.lineage;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.SqlRow;

/** Collects the sales that somebody wants to see. */
final class FactDraft implements SqlParameters {

    private final FactQuery query;
    private Map<String, @Nullable Object> parameters;
    private List<SqlRow> customers = List.of();
    private List<SqlRow> products = List.of();
    private List<SqlRow> rows = List.of();

    FactDraft(FactQuery query) {
        this.query = query;
        this.parameters = query.parameters();
    }

    FactQuery query() {
        return query;
    }

    /** Takes over the rows of {@code select-customer-keys.sql}. */
    void customers(List<SqlRow> keys) {
        customers = keys;
    }

    List<SqlRow> customers() {
        return customers;
    }

    /** Takes over the rows of {@code select-product-keys.sql}. */
    void products(List<SqlRow> keys) {
        products = keys;
    }

    List<SqlRow> products() {
        return products;
    }

    /** From now on statements ask for keys. */
    void narrowed(Map<String, @Nullable Object> byKeys) {
        parameters = byKeys;
    }

    /** Takes over the rows of {@code select-facts.sql}. */
    void found(List<SqlRow> facts) {
        rows = facts;
    }

    List<SqlRow> rows() {
        return rows;
    }

    /** Everything that the next statement asks for. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return parameters;
    }
}
