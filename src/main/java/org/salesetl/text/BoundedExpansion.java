package org.salesetl.text;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Limits what comes out of a compressed file in proportion to what went in. A few kilobytes can be made to expand until they fill
 * any disk. Sheets of sales shrink to a tenth, and blank sheets hardly ever below a two-hundredth.
 *
 * <p>This counts the bytes that really come out, since the size that a file states for itself can be false.
 */
public final class BoundedExpansion {

    private static final int MOST_TIMES = 200;

    /** So many bytes do no harm, whatever the proportion. */
    private static final long HARMLESS_BYTES = 64L << 20;

    private final long mostBytes;
    private long bytes;

    /**
     * @param compressedBytes the size of the compressed file
     */
    public BoundedExpansion(long compressedBytes) {
        this.mostBytes = Math.max(HARMLESS_BYTES, compressedBytes * MOST_TIMES);
    }

    /**
     * The same stream, whose bytes count from now on. Reading more than the limit throws a {@link RefusedFileException}. Several
     * streams of one file count together.
     */
    public InputStream of(InputStream expanded) {
        return new Read(expanded);
    }

    /** The same for a stream to which the content of the file is written. */
    public OutputStream into(OutputStream target) {
        return new Written(target);
    }

    private void count(int more) {
        bytes += Math.max(more, 0);
        if (bytes > mostBytes) {
            throw new RefusedFileException("Expected a compressed file of at most " + MOST_TIMES
                    + " times its size but found more, as in a file that is made to fill a disk. Drop it uncompressed"
                    + " if it is what you mean.");
        }
    }

    /** Not a {@code FilterInputStream}: its {@code skip} would not count. */
    private final class Read extends InputStream {

        private final InputStream in;

        Read(InputStream in) {
            this.in = in;
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
        public void close() throws IOException {
            in.close();
        }
    }

    private final class Written extends FilterOutputStream {

        Written(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            count(1);
            out.write(b);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            count(length);
            out.write(source, offset, length);
        }
    }
}
