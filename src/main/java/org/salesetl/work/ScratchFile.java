package org.salesetl.work;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** A file in the work folder for data that memory should not hold. The first write makes it, and closing deletes it. */
public final class ScratchFile implements Closeable {

    private final WorkFolder folder;
    private @Nullable FileChannel channel;

    public ScratchFile(WorkFolder folder) {
        this.folder = folder;
    }

    /** Appends the bytes and returns where they start. */
    public long append(byte[] bytes) throws IOException {
        FileChannel open = open();
        long start = open.size();
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            open.write(rest, start + rest.position());
        }
        return start;
    }

    /** Reads bytes that have been appended. */
    public byte[] read(long start, int length) throws IOException {
        ByteBuffer result = ByteBuffer.allocate(length);
        while (result.hasRemaining()) {
            if (open().read(result, start + result.position()) < 0) {
                throw new EOFException("A scratch file is shorter than what was written to it");
            }
        }
        return result.array();
    }

    /** All bytes from the first; closing the stream closes the file. */
    public InputStream stream() {
        return channel == null ? InputStream.nullInputStream() : Channels.newInputStream(channel);
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            open = folder.openFile();
            channel = open;
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
