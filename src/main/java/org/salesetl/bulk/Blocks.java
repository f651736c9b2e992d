package org.salesetl.bulk;

import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A stream that one thread fills while another reads it. It holds a few blocks, so that the threads do not wait for each other at
 * every row; it holds no more than that, so that memory stays flat when the database is slower.
 */
final class Blocks extends InputStream {

    private static final int MOST_BLOCKS = 8;
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> blocks = new ArrayBlockingQueue<>(MOST_BLOCKS);
    private byte[] block = {0};
    private int at = 1;

    /** Adds a block. Waits while there are enough blocks, unless the reader has ended. */
    void put(byte[] bytes, Future<?> reader) throws InterruptedException {
        if (bytes.length > 0) {
            offer(bytes, reader);
        }
    }

    /** Tells the reader that no more blocks will come. */
    void end(Future<?> reader) throws InterruptedException {
        offer(END, reader);
    }

    private void offer(byte[] bytes, Future<?> reader) throws InterruptedException {
        while (!reader.isDone() && !blocks.offer(bytes, 1, TimeUnit.SECONDS)) {
            // the database is busy, or gone: then its driver fails and the reader ends
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (at == block.length && !next()) {
            return -1;
        }
        int read = Math.min(length, block.length - at);
        System.arraycopy(block, at, target, offset, read);
        at += read;
        return read;
    }

    /** Takes the next block; false at the end, however often it is called. */
    private boolean next() {
        if (block == END) {
            return false;
        }
        try {
            block = blocks.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            block = END;
        }
        at = 0;
        return block != END;
    }
}
