package org.salesetl.metric;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.bulk.StreamedQuery;
import org.salesetl.rollup.PackScan;
import org.springframework.stereotype.Component;

/**
 * The sums of a slice. Those of all sales are in the rollup tables; those of a slice are added up from the packed sales of
 * its months, and stand in for the tables in the same statements.
 */
@Component
class SliceSums {

    private static final int PACKS_OF_MONTH = 100;
    private static final int DAYS_OF_MONTH = 100;

    private final StreamedQuery packs;

    SliceSums(StreamedQuery packs) {
        this.packs = packs;
    }

    /** Whether the rollup tables do not have the answer. */
    boolean isSlice(MetricQuery query) {
        return query.metric() == Metric.CUSTOMER_DISTRIBUTION
                ? !query.filter().isOfAllSales()
                : !query.filter().isEmpty();
    }

    /** Parameters of the statements that look up whose sales are in the slice. */
    Map<String, Object> names(MetricQuery query) {
        return Map.of(
                "categories", query.filter().categories(),
                "cities", query.filter().cities());
    }

    /** The keys of these rows' only column. */
    BitSet keys(List<Map<String, Object>> rows) {
        BitSet keys = new BitSet();
        rows.forEach(row -> keys.set(((Number) row.values().iterator().next()).intValue()));
        return keys;
    }

    /**
     * Adds up the sales of a slice, from the packed sales of its months.
     *
     * @param products the product keys of its categories; null for all
     * @param customers the customer keys of its cities; null for all
     * @return the sums, as the statements in {@code sql/metric/} take them
     */
    String addUp(MetricQuery query, @Nullable BitSet products, @Nullable BitSet customers) {
        int from = query.filter().fromKey();
        int to = query.filter().toKey();
        PackScan scan = new PackScan(query.metric().grouping(), from, to, products, customers);
        packs.forEach(
                "rollup/select-packs-of-months",
                pack -> scan.scan(pack.bytes("packed")),
                from / DAYS_OF_MONTH * PACKS_OF_MONTH,
                to / DAYS_OF_MONTH * PACKS_OF_MONTH + PACKS_OF_MONTH - 1);
        return scan.sums().json();
    }

    /**
     * Parameters of the statements in {@code sql/metric/}.
     *
     * @param sums the sums of the slice; null if the question is about all sales
     */
    Map<String, Object> parameters(MetricQuery query, @Nullable String sums) {
        List<String> cities = query.filter().cities();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("isWhole", sums == null);
        parameters.put("sums", sums == null ? "[]" : sums);
        parameters.put("everyCustomer", sums == null);
        parameters.put("allCities", cities.isEmpty());
        // a list in SQL cannot be empty; this value is not looked at then
        parameters.put("cities", cities.isEmpty() ? List.of("") : cities);
        return parameters;
    }
}
