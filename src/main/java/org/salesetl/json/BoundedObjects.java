package org.salesetl.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.salesetl.text.RefusedFileException;

/** Refuses a document with an object that is too long for memory. The user of the parser says where objects begin. */
final class BoundedObjects extends FilterInputStream {

    private final int most;
    private long since;

    /** @param most how many bytes an object may have */
    BoundedObjects(InputStream bytes, int most) {
        super(bytes);
        this.most = most;
    }

    /** Says that the parser is at the beginning of an object, or of what it does not keep. */
    void begin() {
        since = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        since += Math.max(read, 0);
        if (since > most) {
            throw new RefusedFileException("Expected objects of at most " + (most >> 20)
                    + " MiB in this document of JSON but found a longer one. Export its table as CSV or Excel (.xlsx) and drop that.");
        }
        return read;
    }
}
