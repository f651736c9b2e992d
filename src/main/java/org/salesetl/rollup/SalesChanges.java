package org.salesetl.rollup;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.salesetl.work.ScratchFile;
import org.salesetl.work.WorkFolder;

/**
 * The changes of a load to the sales: additions and removals. It collects them in little memory, however many there are, merges
 * them into the packs that they touch, and keeps the changes of the sums.
 *
 * <p>First come all sales, in any order: an updated sale is a removal of the old one and an addition of the new one. Then comes
 * {@link #prepare()}. Then each touched pack is merged; after that, {@link #rollups()} is complete. For one thread at a time.
 */
public final class SalesChanges implements Closeable {

    private static final int LINES_BUFFERED = 200_000;
    private static final long BYTES_IN_MEMORY = 32L << 20;

    private final int linesBuffered;
    private final long bytesInMemory;
    private final ScratchFile scratch;
    private final MergedPacks merged;

    private final Rollups rollups = new Rollups();
    private final List<PackedBatch> batches = new ArrayList<>();
    private final TreeSet<PackKey> touched = new TreeSet<>();
    private final Map<PackKey, OrderCounts> orderChanges = new HashMap<>();
    private LineBuffer buffer = new LineBuffer();
    private long bytes;

    /**
     * @param folder where to put data that memory should not hold, until {@link #close()}
     */
    public SalesChanges(WorkFolder folder) {
        this(folder, LINES_BUFFERED, BYTES_IN_MEMORY);
    }

    SalesChanges(WorkFolder folder, int linesBuffered, long bytesInMemory) {
        this.scratch = new ScratchFile(folder);
        this.merged = new MergedPacks(scratch, bytesInMemory);
        this.linesBuffered = linesBuffered;
        this.bytesInMemory = bytesInMemory;
    }

    /** Adds a sale. */
    public void add(SoldLine line) throws IOException {
        note(line, false);
    }

    /** Removes a sale that was there before, or that these changes add. */
    public void remove(SoldLine line) throws IOException {
        note(line, true);
    }

    private void note(SoldLine line, boolean removal) throws IOException {
        buffer.add(line, removal);
        rollups.add(line, removal ? -1 : 1);
        if (buffer.size() >= linesBuffered) {
            packBuffer();
        }
    }

    private void packBuffer() throws IOException {
        PackedBatch batch = buffer.pack();
        batches.add(batch);
        batch.keys().forEach(touched::add);
        bytes += batch.length();
        if (bytes > bytesInMemory) {
            for (PackedBatch each : batches) {
                each.moveTo(scratch);
            }
            bytes = 0;
        }
    }

    /** Whether nothing has been added or removed. */
    public boolean isEmpty() {
        return buffer.size() == 0 && batches.isEmpty();
    }

    /** Sorts and packs the lines that are left, so that only merging remains. The methods below need this. */
    public void prepare() throws IOException {
        if (buffer.size() > 0) {
            packBuffer();
        }
        buffer = new LineBuffer();
    }

    /** The packs with changes, ascending. */
    List<PackKey> touched() {
        return List.copyOf(touched);
    }

    /** The packs with changes that have not been merged, ascending. */
    List<PackKey> unmerged() {
        return touched.stream().filter(key -> !merged.has(key)).toList();
    }

    /**
     * Merges the changes into a pack, and keeps the result. This can be repeated, for example if the pack has changed meanwhile:
     * the pack and the sums then follow the last time.
     *
     * @param before the current pack; null if there is none
     * @throws IllegalStateException if a sale to remove is not there, or if the pack is of another month; the message names the
     *     month, and the sale if there is one
     */
    void merge(PackKey key, byte @Nullable [] before) throws IOException {
        List<PackReader> kept = new ArrayList<>();
        List<PackReader> removed = new ArrayList<>();
        OrderCounts ordersBefore = OrderCounts.NONE;
        if (before != null) {
            PackReader reader = new PackReader(before);
            if (reader.month() != key.month()) {
                throw new IllegalStateException(
                        "Expected a pack of " + key.month() + " but found one of " + reader.month());
            }
            kept.add(reader);
            ordersBefore = OrderCounts.of(new PackReader(before));
        }
        for (PackedBatch batch : batches) {
            batch.read(key, false).ifPresent(kept::add);
            batch.read(key, true).ifPresent(removed::add);
        }
        SalesPack after = PackMerge.merge(key, kept, removed);
        merged.put(key, after);
        OrderCounts change = OrderCounts.of(new PackReader(after.bytes())).minus(ordersBefore);
        OrderCounts noted = orderChanges.put(key, change);
        rollups.addOrders(key.month(), noted == null ? change : change.minus(noted));
    }

    /** A pack that has been merged. */
    SalesPack merged(PackKey key) throws IOException {
        return merged.get(key);
    }

    /** The bytes of a pack that has been merged. */
    int mergedLength(PackKey key) {
        return merged.length(key);
    }

    /** What these changes add to the sums; the orders include only the packs that have been merged. */
    public Rollups rollups() {
        return rollups;
    }

    /** Forgets the changes and deletes the scratch file. The sums stay. */
    @Override
    public void close() throws IOException {
        batches.clear();
        touched.clear();
        merged.clear();
        scratch.close();
    }
}
