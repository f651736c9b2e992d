package org.salesetl.rollup;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file for what memory should not hold: made when first written to, gone when closed. */
final class ScratchFile implements Closeable {

    private final Path path;
    private @Nullable FileChannel channel;

    ScratchFile(Path path) {
        this.path = path;
    }

    /** Appends the bytes and says where they start. */
    long append(byte[] bytes) throws IOException {
        FileChannel open = open();
        long start = open.size();
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            open.write(rest, start + rest.position());
        }
        return start;
    }

    byte[] read(long start, int length) throws IOException {
        ByteBuffer result = ByteBuffer.allocate(length);
        while (result.hasRemaining()) {
            if (open().read(result, start + result.position()) < 0) {
                throw new EOFException(path + " is shorter than what was written to it");
            }
        }
        return result.array();
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            open = FileChannel.open(path, CREATE, TRUNCATE_EXISTING, READ, WRITE, DELETE_ON_CLOSE);
            channel = open;
        }
        return open;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
