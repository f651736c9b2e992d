package org.salesetl.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What comes out of a compressed file, as long as it is in proportion to what went in. A few kilobytes can be made to
 * expand until they fill any disk; sheets of sales shrink to a tenth, and blank ones hardly ever below a two-hundredth.
 */
final class BoundedExpansion extends FilterInputStream {

    private static final int MOST_TIMES = 200;

    /** Below that there is no harm in it. */
    private static final long HARMLESS_BYTES = 64L << 20;

    private final long mostBytes;
    private long bytes;

    /** @param compressedBytes how much went in */
    BoundedExpansion(InputStream expanded, long compressedBytes) {
        super(expanded);
        this.mostBytes = mostBytes(compressedBytes);
    }

    private static long mostBytes(long compressedBytes) {
        return Math.max(HARMLESS_BYTES, compressedBytes * MOST_TIMES);
    }

    /**
     * Makes sure that what would come out is in proportion, where that is known before.
     *
     * @throws RefusedFileException if it is not
     */
    static void requireProportion(long expandedBytes, long compressedBytes) {
        if (expandedBytes > mostBytes(compressedBytes)) {
            throw new RefusedFileException("Expected a compressed file of at most " + MOST_TIMES
                    + " times its size but found more, as in a file that is made to fill a disk. Drop it uncompressed"
                    + " if it is what you mean.");
        }
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        count(read);
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) {
        bytes += Math.max(read, 0);
        if (bytes > mostBytes) {
            requireProportion(bytes, mostBytes / MOST_TIMES);
        }
    }
}
