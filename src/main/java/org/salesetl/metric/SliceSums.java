package org.salesetl.metric;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.bulk.StreamedQuery;
import org.salesetl.rollup.KeyFigureScan;
import org.salesetl.rollup.PackScan;
import org.salesetl.rollup.SliceFilter;
import org.salesetl.slice.MetricFilter;
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

    SliceSums(DataSource dataSource, SalesEtlProperties properties) {
        this.packs = new StreamedQuery(dataSource, properties.queryTimeLimit());
    }

    /** Whether the rollup tables do not have the answer. */
    boolean isSlice(MetricQuery query) {
        return query.metric() == Metric.CUSTOMER_DISTRIBUTION
                ? !query.filter().isOfCities()
                : !query.filter().isEmpty();
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
     * @param products the product keys of the slice; null for all
     * @param customers the customer keys of the slice; null for all
     * @return the sums, as the statements in {@code sql/metric/} take them
     */
    String addUp(MetricQuery query, @Nullable BitSet products, @Nullable BitSet customers) {
        PackScan scan = new PackScan(query.metric().grouping(), sliceFilter(query.filter(), products, customers));
        forEachPack(query.filter(), scan::scan);
        return scan.sums().json();
    }

    /**
     * Adds up what a business is measured by.
     *
     * @param products the product keys of the slice; null for all
     * @param customers the customer keys of the slice; null for all
     */
    KeyFigures keyFigures(KeyFigureQuery query, @Nullable BitSet products, @Nullable BitSet customers) {
        KeyFigureScan scan = new KeyFigureScan(query.by(), sliceFilter(query.filter(), products, customers));
        forEachPack(query.filter(), scan::scan);
        return KeyFigures.of(scan);
    }

    /** Reads the packed sales of a slice's months. */
    private void forEachPack(MetricFilter filter, Consumer<byte[]> reader) {
        packs.forEach(
                "metric/select-packs-of-months",
                pack -> reader.accept(pack.bytes("packed")),
                filter.fromKey() / DAYS_OF_MONTH * PACKS_OF_MONTH,
                filter.toKey() / DAYS_OF_MONTH * PACKS_OF_MONTH + PACKS_OF_MONTH - 1);
    }

    private static SliceFilter sliceFilter(MetricFilter filter, @Nullable BitSet products, @Nullable BitSet customers) {
        return new SliceFilter(filter.fromKey(), filter.toKey(), products, customers);
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
        parameters.put("cities", query.filter().parameters().get("cities"));
        return parameters;
    }
}
