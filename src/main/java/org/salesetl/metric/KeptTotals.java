package org.salesetl.metric;

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

    private static final long KIB = 1024;

    /** What a key and the objects around the numbers take. */
    private static final int LEAST_KIB = 4;

    /** The part of the memory that all totals may take. */
    private static final int PART_OF_MEMORY = 16;

    private final SeenVersion version;
    private final AnswerCache<Key, Kept> cache;
    private final long mostBytesOfOne;

    KeptTotals(SeenVersion version, AnswerCaches caches) {
        this.version = version;
        long most = Runtime.getRuntime().maxMemory() / PART_OF_MEMORY;
        this.mostBytesOfOne = most / 2;
        this.cache = caches.ofOneVersion("slice-totals", most / KIB, Kept::kibibytes);
    }

    /**
     * The totals of a slice in the version of the warehouse that the current transaction sees. Whoever asks for the same slice while it is
     * added up waits.
     *
     * @return null if the totals are too large to be kept: then each question is better answered alone
     */
    @Nullable
    SliceTotals totals(MetricFilter slice, Adding adding) {
        try {
            return cache.get(new Key(version.read(), slice), () -> new Kept(adding.upTo(mostBytesOfOne)))
                    .totals();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Cannot add up a slice", e);
        }
    }

    /** Adds up a slice in the current transaction. */
    interface Adding {

        /** The totals; null if the sums take more than so many bytes. */
        @Nullable
        SliceTotals upTo(long bytes);
    }

    private record Key(WarehouseVersion version, MetricFilter slice) {}

    /** @param totals null if they are too large */
    record Kept(@Nullable SliceTotals totals) {

        int kibibytes() {
            return LEAST_KIB + (totals == null ? 0 : Math.toIntExact(totals.bytes() / KIB));
        }
    }
}
