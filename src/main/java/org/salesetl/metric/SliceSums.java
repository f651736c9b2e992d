package org.salesetl.metric;

import java.util.function.Consumer;
import javax.sql.DataSource;
import org.salesetl.SalesEtlProperties;
import org.salesetl.bulk.StreamedQuery;
import org.salesetl.rollup.KeyFigureScan;
import org.salesetl.rollup.PackScan;
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

    /** Adds up the sales of a slice, from the packed sales of its months. */
    void addUp(MetricDraft draft) {
        PackScan scan = new PackScan(draft.query().metric().grouping(), draft.sales());
        forEachPack(draft.filter(), scan::scan);
        draft.addedUp(scan.sums().json());
    }

    /** Adds up what a business is measured by. */
    KeyFigures keyFigures(KeyFigureDraft draft) {
        KeyFigureScan scan = new KeyFigureScan(draft.by(), draft.sales());
        forEachPack(draft.filter(), scan::scan);
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
}
