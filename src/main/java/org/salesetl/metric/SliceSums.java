package org.salesetl.metric;

import java.util.function.Consumer;
import javax.sql.DataSource;
import org.salesetl.SalesEtlProperties;
import org.salesetl.bulk.StreamedQuery;
import org.salesetl.lake.LakeSlices;
import org.salesetl.rollup.GroupedKeys;
import org.salesetl.rollup.Grouping;
import org.salesetl.rollup.KeyFigureScan;
import org.salesetl.rollup.PackScan;
import org.salesetl.rollup.PeriodSums;
import org.salesetl.slice.MetricFilter;
import org.springframework.stereotype.Component;

/**
 * Computes the sums of a slice from the packs of its months; or lets the lake do it, if there is one and the slice is large. The same statements read these sums for a slice, and the rollup tables for
 * all sales.
 */
@Component
class SliceSums {

    private static final int PACKS_OF_MONTH = 100;
    private static final int DAYS_OF_MONTH = 100;

    private final StreamedQuery queries;
    private final LakeSlices lake;

    SliceSums(DataSource dataSource, SalesEtlProperties properties, LakeSlices lake) {
        this.lake = lake;
        this.queries = new StreamedQuery(dataSource, properties.queryTimeLimit());
    }

    /** Adds up the sales of a slice, and stores the sums in the draft. */
    void addUp(MetricDraft draft) {
        Grouping grouping = draft.query().metric().grouping();
        GroupedKeys groups =
                draft.query().countsOrdersOfThings() ? groups(draft.query().metric()) : null;
        String sums = lake.sums(grouping, draft.sales(), groups);
        if (sums == null) {
            PackScan scan = groups == null
                    ? new PackScan(grouping, draft.sales())
                    : PackScan.countingOrders(grouping, draft.sales(), groups);
            forEachPack(draft.filter(), scan::scan);
            sums = scan.sums().json();
        }
        draft.sums(sums);
    }

    /** Adds up the sales of a slice by product and by customer. */
    void addUp(SumsOfSlice slice) {
        String byProduct = lake.revenue(Grouping.PRODUCT, slice.sales());
        String byCustomer = byProduct == null ? null : lake.revenue(Grouping.CUSTOMER, slice.sales());
        if (byProduct == null || byCustomer == null) {
            PackScan products = new PackScan(Grouping.PRODUCT, slice.sales());
            PackScan customers = new PackScan(Grouping.CUSTOMER, slice.sales());
            forEachPack(slice.filter(), pack -> {
                products.scan(pack);
                customers.scan(pack);
            });
            byProduct = products.sums().revenueJson();
            byCustomer = customers.sums().revenueJson();
        }
        slice.summedUp(byProduct, byCustomer);
    }

    /**
     * Which keys an order counts for only once: an order with two products of a category is one order of the category. The first key
     * of a group stands for the group.
     */
    private GroupedKeys groups(Metric metric) {
        GroupedKeys groups = new GroupedKeys();
        switch (metric.thing()) {
            case "category" -> readGroups("metric/select-products-by-category", groups);
            case "city" -> readGroups("metric/select-places-by-city", groups);
            default -> {}
        }
        return groups;
    }

    private void readGroups(String statement, GroupedKeys groups) {
        queries.forEach(statement, row -> groups.put(row.integer("key_in_group"), row.integer("first_key")));
    }

    /** Computes the key figures of a slice. */
    KeyFigures keyFigures(KeyFigureDraft draft) {
        PeriodSums sums = lake.keyFigures(draft.by(), draft.sales());
        if (sums == null) {
            KeyFigureScan scan = new KeyFigureScan(draft.by(), draft.sales());
            forEachPack(draft.filter(), scan::scan);
            sums = scan;
        }
        return KeyFigures.of(sums);
    }

    /** Reads the packs of all months of a slice. */
    private void forEachPack(MetricFilter filter, Consumer<byte[]> reader) {
        queries.forEach(
                "metric/select-packs-of-months",
                pack -> reader.accept(pack.bytes("packed")),
                filter.fromKey() / DAYS_OF_MONTH * PACKS_OF_MONTH,
                filter.toKey() / DAYS_OF_MONTH * PACKS_OF_MONTH + PACKS_OF_MONTH - 1);
    }
}
