package org.salesetl.rollup;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.work.ScratchFile;

/** The packs that a load has merged, until they are saved: the first ones in memory, the others in a file. */
final class MergedPacks {

    private final ScratchFile scratch;
    private final Map<PackKey, Place> places = new HashMap<>();
    private long bytesLeft;

    /** Holds up to this many bytes in memory. */
    MergedPacks(ScratchFile scratch, long bytesInMemory) {
        this.scratch = scratch;
        this.bytesLeft = bytesInMemory;
    }

    boolean has(PackKey key) {
        return places.containsKey(key);
    }

    /** Keeps a pack in place of an earlier one with the same key. */
    void put(PackKey key, SalesPack pack) throws IOException {
        byte[] bytes = pack.bytes();
        if (bytes.length <= bytesLeft) {
            bytesLeft -= bytes.length;
            places.put(key, new Place(pack, pack.sales(), 0, bytes.length));
        } else {
            places.put(key, new Place(null, pack.sales(), scratch.append(bytes), bytes.length));
        }
    }

    /** The bytes of a pack that was put here before. */
    int length(PackKey key) {
        return place(key).length;
    }

    /** A pack that was put here before. */
    SalesPack get(PackKey key) throws IOException {
        Place place = place(key);
        return place.pack != null
                ? place.pack
                : new SalesPack(key.month(), key.slice(), place.sales, scratch.read(place.start, place.length));
    }

    private Place place(PackKey key) {
        Place place = places.get(key);
        if (place == null) {
            throw new IllegalStateException("Slice " + key.slice() + " of " + key.month() + " has not been merged");
        }
        return place;
    }

    void clear() {
        places.clear();
    }

    /** The place of a pack: in the file if {@code pack} is null. */
    private record Place(@Nullable SalesPack pack, int sales, long start, int length) {}
}
