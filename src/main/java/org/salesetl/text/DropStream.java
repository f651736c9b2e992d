package org.salesetl.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens a dropped file, and decompresses it if it is gzip. */
public final class DropStream {

    /** A read of more bytes bypasses this buffer. */
    private static final int BUFFER_BYTES = 1 << 13;

    private static final int DECOMPRESSED_BYTES = 1 << 16;

    private DropStream() {}

    /** The file's text in UTF-8, without its byte-order marks. */
    public static InputStream text(Path file, Encoding encoding) throws IOException {
        InputStream bytes = bytes(file);
        try {
            InputStream text = encoding.toUtf8(bytes);
            InputStream buffered = text.markSupported() ? text : new BufferedInputStream(text, BUFFER_BYTES);
            // a program may add a mark to a file that has one
            while (startsWith(buffered, 0xEF, 0xBB, 0xBF)) {
                buffered.skipNBytes(3);
            }
            return buffered;
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** Whether the bytes of the file are those of its text: the file is not compressed. */
    public static boolean isPlain(Path file) throws IOException {
        try (InputStream plain = new BufferedInputStream(PlainFile.open(file), BUFFER_BYTES)) {
            return !startsWith(plain, 0x1F, 0x8B);
        }
    }

    /** How many bytes at the start of a plain file in UTF-8 are byte-order marks. */
    public static long marks(Path file) throws IOException {
        try (InputStream plain = new BufferedInputStream(PlainFile.open(file), BUFFER_BYTES)) {
            long bytes = 0;
            while (startsWith(plain, 0xEF, 0xBB, 0xBF)) {
                plain.skipNBytes(3);
                bytes += 3;
            }
            return bytes;
        }
    }

    /** Whether the service has collected events in the file: then a later one corrects an earlier one with the same id. */
    public static boolean isOfEvents(Path file) throws IOException {
        return GzipLabel.of(file).columns() != null;
    }

    /** The file's bytes, decompressed. */
    public static InputStream bytes(Path file) throws IOException {
        InputStream plain = new BufferedInputStream(PlainFile.open(file), BUFFER_BYTES);
        try {
            return startsWith(plain, 0x1F, 0x8B)
                    ? new BufferedInputStream(
                            new BoundedExpansion(Files.size(file)).of(new GZIPInputStream(plain, DECOMPRESSED_BYTES)),
                            DECOMPRESSED_BYTES)
                    : plain;
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private static boolean startsWith(InputStream stream, int... bytes) throws IOException {
        stream.mark(bytes.length);
        try {
            for (int expected : bytes) {
                if (stream.read() != expected) {
                    return false;
                }
            }
            return true;
        } finally {
            stream.reset();
        }
    }
}
