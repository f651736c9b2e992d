package org.salesetl.layout;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.salesetl.text.RefusedFileException;

/** The beginning of a file, in which the header is. */
final class Head {

    private static final int BYTES = 1 << 16;

    private final byte[] bytes;

    private Head(byte[] bytes) {
        this.bytes = bytes;
    }

    static Head of(Opening file) throws IOException {
        try (InputStream stream = file.open()) {
            return new Head(stream.readNBytes(BYTES));
        } catch (ZipException | EOFException e) {
            throw RefusedFileException.damagedCompression();
        }
    }

    /** The records, if this character stands between the cells. */
    HeadRecords records(char delimiter) {
        return new HeadRecords(new ByteArrayInputStream(bytes), delimiter, bytes.length == BYTES);
    }

    /** Opens a file. */
    interface Opening {
        InputStream open() throws IOException;
    }
}
