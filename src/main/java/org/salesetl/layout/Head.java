package org.salesetl.layout;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.salesetl.text.DropStream;
import org.salesetl.text.Encoding;
import org.salesetl.text.JsonLines;
import org.salesetl.text.RefusedFileException;

/** The beginning of a file, in which the header is. */
final class Head {

    private static final int BYTES = 1 << 16;

    private final byte[] bytes;

    private Head(byte[] bytes) {
        this.bytes = bytes;
    }

    static Head of(Path file, Encoding encoding) throws IOException {
        try (InputStream stream = opened(file, encoding)) {
            return new Head(stream.readNBytes(BYTES));
        } catch (ZipException | EOFException e) {
            throw RefusedFileException.damagedCompression();
        }
    }

    /** The records, if this character stands between the cells. */
    HeadRecords records(char delimiter) {
        return new HeadRecords(new ByteArrayInputStream(bytes), delimiter, bytes.length == BYTES);
    }

    private static InputStream opened(Path file, Encoding encoding) throws IOException {
        return JsonLines.are(file)
                ? new ByteArrayInputStream(JsonLines.beginning(file, encoding))
                : DropStream.text(file, encoding);
    }
}
