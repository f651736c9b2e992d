package org.salesetl.metric;

import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.bulk.StreamedQuery;
import org.salesetl.lake.LakeSlices;
import org.salesetl.rollup.GroupedKeys;
import org.salesetl.rollup.Grouping;
import org.salesetl.rollup.KeyFigureScan;
import org.salesetl.rollup.PackScan;
import org.salesetl.rollup.PeriodSums;
import org.salesetl.rollup.SliceScan;
import org.salesetl.rollup.Sums;
import org.salesetl.slice.MetricFilter;
import org.springframework.stereotype.Component;

/**
 * Computes the sums of a slice from the packs of its months, which it reads once for all questions; or lets the lake do it, if there is one
 * and the slice is large. The same statements read these sums for a slice, and the rollup tables for all sales. Every question asks within a
 * transaction.
 */
@Component
class SliceSums {

    private static final int PACKS_OF_MONTH = 100;
    private static final int DAYS_OF_MONTH = 100;

    private final StreamedQuery queries;
    private final LakeSlices lake;
    private final KeptTotals kept;

    SliceSums(DataSource dataSource, SalesEtlProperties properties, LakeSlices lake, KeptTotals kept) {
        this.lake = lake;
        this.kept = kept;
        this.queries = new StreamedQuery(dataSource, properties.queryTimeLimit());
    }

    /** Adds up the sales of a slice, and stores the sums in the draft. */
    void addUp(MetricDraft draft) {
        Grouping grouping = draft.query().metric().grouping();
        GroupedKeys groups =
                draft.query().countsOrdersOfThings() ? groups(draft.query().metric()) : null;
        String sums = lake.sums(grouping, draft.sales(), groups);
        if (sums == null && groups != null) {
            sums = scanned(draft, PackScan.countingOrders(grouping, draft.sales(), groups))
                    .json();
        } else if (sums == null) {
            sums = sums(draft, grouping, totals(draft)).json();
        }
        draft.sums(sums);
    }

    /** Adds up the sales of a slice by product and by customer. */
    void addUp(SumsOfSlice slice) {
        String byProduct = lake.revenue(Grouping.PRODUCT, slice.sales());
        String byCustomer = byProduct == null ? null : lake.revenue(Grouping.CUSTOMER, slice.sales());
        if (byProduct == null || byCustomer == null) {
            SliceTotals totals = totals(slice);
            byProduct = sums(slice, Grouping.PRODUCT, totals).revenueJson();
            byCustomer = sums(slice, Grouping.CUSTOMER, totals).revenueJson();
        }
        slice.summedUp(byProduct, byCustomer);
    }

    /** Computes the key figures of a slice. */
    KeyFigures keyFigures(KeyFigureDraft draft) {
        PeriodSums sums = lake.keyFigures(draft.by(), draft.sales());
        if (sums != null) {
            return KeyFigures.of(sums);
        }
        // nobody else asks for the totals of all sales: the rollups answer
        boolean hasTotals =
                !draft.filter().isEmpty() && draft.by() == draft.filter().usualGrain();
        SliceTotals totals = hasTotals ? totals(draft) : null;
        if (totals != null) {
            return totals.keyFigures();
        }
        KeyFigureScan scan = new KeyFigureScan(draft.by(), draft.sales());
        forEachPack(draft.filter(), scan::scan);
        return KeyFigures.of(scan);
    }

    private Sums sums(Slice slice, Grouping grouping, @Nullable SliceTotals totals) {
        return totals == null ? scanned(slice, new PackScan(grouping, slice.sales())) : totals.sums(grouping);
    }

    private Sums scanned(Slice slice, PackScan scan) {
        forEachPack(slice.filter(), scan::scan);
        return scan.sums();
    }

    private @Nullable SliceTotals totals(Slice slice) {
        return kept.totals(slice.filter(), most -> {
            SliceScan scan = new SliceScan(slice.filter().usualGrain(), slice.sales());
            forEachPack(slice.filter(), pack -> {
                // the other packs are read in vain, but only for the first question of a version
                if (scan.bytes() <= most) {
                    scan.scan(pack);
                }
            });
            return scan.bytes() > most ? null : new SliceTotals(scan.sums(), KeyFigures.of(scan.keyFigures()));
        });
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

    /** Reads the packs of all months of a slice. */
    private void forEachPack(MetricFilter filter, Consumer<byte[]> reader) {
        queries.forEach(
                "metric/select-packs-of-months",
                pack -> reader.accept(pack.bytes("packed")),
                filter.fromKey() / DAYS_OF_MONTH * PACKS_OF_MONTH,
                filter.toKey() / DAYS_OF_MONTH * PACKS_OF_MONTH + PACKS_OF_MONTH - 1);
    }
}
