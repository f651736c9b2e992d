package org.salesetl.validation;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.commons.codec.digest.MurmurHash3;
import org.salesetl.work.WorkFolder;

/**
 * Counts how often each id has come up in a file. Ten million ids need no more heap than two hundred thousand.
 *
 * <p>An id is remembered by 96 bits of its hash, whose seed is random for every file. The probability that two of ten million ids
 * are taken for the same id is below 1 in 10<sup>15</sup>: broken disks lose more.
 *
 * <p>This is a hash table with two numbers in each place: the first 64 bits of the hash; then 32 more bits, and the count. The
 * first bits of the hash are the place of an id. So a table of double size has the same order, and is filled from front to back.
 */
public final class IdCounts implements Closeable {

    /** 64 places, so that a file of ten rows costs next to nothing. */
    private static final int FIRST_BITS = 6;

    /** The largest table on the heap takes 4 MB. */
    private static final int MOST_BITS_ON_HEAP = 18;

    private static final long COUNT = 0xFFFF_FFFFL;

    private final WorkFolder folder;
    private final int seed = ThreadLocalRandom.current().nextInt();
    private int bits = FIRST_BITS;
    private WorkNumbers table = WorkNumbers.onHeap(2 << FIRST_BITS);
    private long ids;

    /**
     * @param folder where to keep the counts of a large file until they are closed
     */
    public IdCounts(WorkFolder folder) {
        this.folder = folder;
    }

    /** How often the id has been added. */
    public int count(String id) {
        long[] hash = hash(id);
        return (int) table.get(find(table, bits, hash[0], hash[1] & ~COUNT) + 1);
    }

    /** Adds the id, and returns how often it has been added now. */
    public int add(String id) {
        long[] hash = hash(id);
        long first = hash[0];
        long second = hash[1] & ~COUNT;
        long place = find(table, bits, first, second);
        int count = (int) table.get(place + 1) + 1;
        table.set(place, first);
        table.set(place + 1, second | count);
        if (count == 1 && ++ids > (2L << bits) / 3) {
            grow();
        }
        return count;
    }

    /** Forgets all ids and frees their memory; after that, no id can be added. */
    @Override
    public void close() {
        table.close();
    }

    private long[] hash(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return MurmurHash3.hash128x64(bytes, 0, bytes.length, seed);
    }

    /** The place of the id, or the free place for it. */
    private static long find(WorkNumbers table, int bits, long first, long second) {
        long last = (2L << bits) - 2;
        long place = first >>> (Long.SIZE - bits) << 1;
        while (true) {
            long found = table.get(place + 1);
            if ((found & COUNT) == 0 || (table.get(place) == first && (found & ~COUNT) == second)) {
                return place;
            }
            place = place == last ? 0 : place + 2;
        }
    }

    private void grow() {
        int moreBits = bits + 1;
        WorkNumbers larger = zeros(2L << moreBits);
        for (long place = 0; place < 2L << bits; place += 2) {
            long second = table.get(place + 1);
            if ((second & COUNT) != 0) {
                long target = find(larger, moreBits, table.get(place), second & ~COUNT);
                larger.set(target, table.get(place));
                larger.set(target + 1, second);
            }
        }
        table.close();
        table = larger;
        bits = moreBits;
    }

    private WorkNumbers zeros(long size) {
        if (size <= 2L << MOST_BITS_ON_HEAP) {
            return WorkNumbers.onHeap((int) size);
        }
        try {
            return WorkNumbers.inFile(folder, size);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the ids of a large file in the data folder", e);
        }
    }
}
