package org.salesetl.validation;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import org.jspecify.annotations.Nullable;
import org.salesetl.work.WorkFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sequence of numbers, all zero at first. A short one is on the heap; a long one is in a work file, which the operating system
 * keeps in memory while there is room.
 */
final class WorkNumbers implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(WorkNumbers.class);

    /** A file is mapped in pieces of 64 MB, since pieces that are no longer used can be unmapped one by one. */
    private static final int PIECE_BITS = 23;

    private static final int PIECE = 1 << PIECE_BITS;
    private static final int WRITE_BYTES = 1 << 20;

    private LongBuffer[] pieces;
    private final @Nullable FileChannel file;

    private WorkNumbers(LongBuffer[] pieces, @Nullable FileChannel file) {
        this.pieces = pieces;
        this.file = file;
    }

    /** @param size at most 2<sup>23</sup> */
    static WorkNumbers onHeap(int size) {
        return new WorkNumbers(new LongBuffer[] {LongBuffer.allocate(size)}, null);
    }

    static WorkNumbers inFile(WorkFolder folder, long size) throws IOException {
        FileChannel file = folder.openFile();
        try {
            return new WorkNumbers(map(file, size), file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    long get(long index) {
        return pieces[(int) (index >>> PIECE_BITS)].get((int) index & (PIECE - 1));
    }

    void set(long index, long number) {
        pieces[(int) (index >>> PIECE_BITS)].put((int) index & (PIECE - 1), number);
    }

    @Override
    public void close() {
        pieces = new LongBuffer[0];
        if (file == null) {
            return;
        }
        try (file) {
            // frees the disk now; Java unmaps the pieces later, when it happens to collect them
            file.truncate(0);
        } catch (IOException e) {
            log.debug("Windows keeps a file that is mapped; the next start deletes it", e);
        }
    }

    private static LongBuffer[] map(FileChannel file, long size) throws IOException {
        writeZeros(file, size * Long.BYTES);
        LongBuffer[] pieces = new LongBuffer[(int) ((size + PIECE - 1) >>> PIECE_BITS)];
        for (int i = 0; i < pieces.length; i++) {
            long start = (long) i << PIECE_BITS;
            pieces[i] = file.map(MapMode.READ_WRITE, start * Long.BYTES, Math.min(PIECE, size - start) * Long.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asLongBuffer();
        }
        return pieces;
    }

    /** A full disk must show now, as an exception. If it shows later, the JVM cannot tell it from a broken disk. */
    private static void writeZeros(FileChannel file, long bytes) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(bytes, WRITE_BYTES));
        for (long written = 0; written < bytes; ) {
            zeros.clear().limit((int) Math.min(zeros.capacity(), bytes - written));
            written += file.write(zeros);
        }
    }
}
