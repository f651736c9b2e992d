package org.salesetl.rollup;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.salesetl.ScratchFile;
import org.salesetl.WorkFolder;

/**
 * What a load does to the sales: those that come and those that go. It collects them in little memory however many they are,
 * makes the packs that they touch anew, and keeps the sums that change.
 *
 * <p>First the sales, in any order: an updated one is removed as it was and added as it is. Then {@link #prepare()}. Then
 * each touched pack is merged with what there is of it, after which {@link #rollups()} is complete. For one thread at a
 * time.
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
     * Starts with no changes.
     *
     * @param folder where to put what memory should not hold, until {@link #close()}
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

    /** Notes a sale that comes. */
    public void add(SoldLine line) throws IOException {
        note(line, false);
    }

    /** Notes a sale that goes: one that was there before, or is among those that come. */
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

    /** Whether nothing came and nothing went. */
    public boolean isEmpty() {
        return buffer.size() == 0 && batches.isEmpty();
    }

    /** Sorts and packs what is left to be, so that only merging remains. What follows needs it done. */
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

    /** Those of them that have not been merged, ascending. */
    List<PackKey> unmerged() {
        return touched.stream().filter(key -> !merged.has(key)).toList();
    }

    /**
     * Makes a pack anew, and keeps it. It may be done again, as when the pack before turns out to be another one: pack and
     * sums then follow the last time.
     *
     * @param before the pack as it is; null if there is none
     * @throws IllegalStateException if a sale is to go that is not there, or the pack before is another month's; the message
     *     names month and sale
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

    /** The pack that has been made anew. */
    SalesPack merged(PackKey key) throws IOException {
        return merged.get(key);
    }

    /** What these changes add to the sums; of orders, as far as packs have been merged. */
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
