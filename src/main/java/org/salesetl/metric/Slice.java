package org.salesetl.metric;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.rollup.SliceFilter;
import org.salesetl.slice.MetricFilter;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;

/** A slice, and the keys of its products, customers and cities. */
class Slice implements SqlParameters {

    private final MetricFilter filter;
    private @Nullable BitSet products;
    private @Nullable BitSet customers;
    private @Nullable BitSet cities;
    private @Nullable BitSet residents;

    Slice(MetricFilter filter) {
        this.filter = filter;
    }

    final MetricFilter filter() {
        return filter;
    }

    final boolean isOfSomeProducts() {
        return filter.isOfSomeProducts();
    }

    final boolean isOfSomeCustomers() {
        return !filter.customers().isEmpty();
    }

    final boolean isOfSomeCities() {
        return !filter.cities().isEmpty();
    }

    /** Stores the keys in the rows of {@code select-products-of-slice.sql}. */
    final void products(List<SqlRow> rows) {
        products = keys(rows);
    }

    /** Stores the keys in the rows of {@code select-customers-of-slice.sql}. */
    final void customers(List<SqlRow> rows) {
        customers = keys(rows);
    }

    /** Stores the keys in the rows of {@code select-cities-of-slice.sql}. */
    final void cities(List<SqlRow> rows) {
        cities = keys(rows);
    }

    /** Stores the keys of customers in the rows of {@code select-residents-of-slice.sql}. */
    final void residents(List<SqlRow> rows) {
        residents = keys(rows);
    }

    /** The filter for the sales of the slice. */
    final SliceFilter sales() {
        return new SliceFilter(filter.fromKey(), filter.toKey(), products, customers, cities, residents);
    }

    /** The keys in the only column of the rows. */
    private static BitSet keys(List<SqlRow> rows) {
        BitSet keys = new BitSet();
        rows.forEach(row -> row.columns().values().forEach(key -> keys.set(((Number) key).intValue())));
        return keys;
    }

    /** The parameters of all statements about the slice. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return filter.parameters();
    }
}
