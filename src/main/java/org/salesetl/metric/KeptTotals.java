package org.salesetl.metric;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.salesetl.cache.AnswerCache;
import org.salesetl.cache.AnswerCaches;
import org.salesetl.cache.SeenVersion;
import org.salesetl.cache.WarehouseVersion;
import org.salesetl.slice.MetricFilter;
import org.springframework.stereotype.Component;

/**
 * Keeps the totals of slices while the warehouse does not change. A page asks for ten metrics, key figures and changes of the same slice, one
 * after the other; the packs are read for the first of these questions.
 */
@Component
class KeptTotals {

    private static final int BYTES_OF_ROW = 128;

    /** The part of the memory that all totals may take. */
    private static final int PART_OF_MEMORY = 16;

    private final SeenVersion version;
    private final AnswerCache<Key, Kept> cache;
    private final long mostRows;

    KeptTotals(SeenVersion version, AnswerCaches caches) {
        this.version = version;
        this.mostRows = Runtime.getRuntime().maxMemory() / PART_OF_MEMORY / BYTES_OF_ROW;
        this.cache = caches.ofOneVersion("slice-totals", mostRows, Kept::rows);
    }

    /**
     * The totals of a slice in the version of the warehouse that the current transaction sees. Whoever asks for the same slice while it is
     * added up waits.
     *
     * @param addUp adds up the slice in the current transaction
     * @return null if others have found the totals to be too large to be kept: then the question is better answered alone
     */
    @Nullable
    SliceTotals totals(MetricFilter slice, Callable<SliceTotals> addUp) {
        AtomicReference<@Nullable SliceTotals> own = new AtomicReference<>();
        try {
            Kept found = cache.get(new Key(version.read(), slice), () -> {
                SliceTotals totals = addUp.call();
                own.set(totals);
                return new Kept(totals.rows() > mostRows / 2 ? null : totals);
            });
            SliceTotals computed = own.get();
            return computed == null ? found.totals() : computed;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Cannot add up a slice", e);
        }
    }

    private record Key(WarehouseVersion version, MetricFilter slice) {}

    /** @param totals null if they are too large */
    private record Kept(@Nullable SliceTotals totals) {

        int rows() {
            return totals == null ? 1 : totals.rows();
        }
    }
}
