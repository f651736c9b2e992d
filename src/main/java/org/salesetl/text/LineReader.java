package org.salesetl.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines as bytes. Of a line that is longer than a record may be, the beginning is kept in memory, and no more. */
public final class LineReader implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream stream;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private byte[] line = new byte[1 << 10];
    private int at;
    private int filled;
    private boolean tooLong;

    public LineReader(InputStream stream) {
        this.stream = stream;
    }

    /** The next line, without its end; null after the last. A line ends with LF or CRLF. */
    public byte @Nullable [] next() throws IOException {
        int length = 0;
        boolean any = false;
        tooLong = false;
        while (at < filled || fill()) {
            any = true;
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            length = append(length, end);
            if (end < filled) {
                at = end + 1;
                break;
            }
            at = end;
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return any ? Arrays.copyOf(line, length) : null;
    }

    /** Whether the last line was longer than a record may be. */
    public boolean isTooLong() {
        return tooLong;
    }

    private int append(int length, int end) {
        int more = Math.min(end - at, RecordChunks.MAX_RECORD_BYTES - length);
        tooLong |= more < end - at;
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
        }
        System.arraycopy(buffer, at, line, length, more);
        return length + more;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, stream.read(buffer));
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
