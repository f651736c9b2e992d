package org.salesetl.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens a dropped file as UTF-8 text: decompressed where it is gzip, and without its byte-order mark. */
final class DropStream {

    private static final int BUFFER_BYTES = 1 << 18;

    private DropStream() {}

    static InputStream open(Path file) throws IOException {
        InputStream plain = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        try {
            InputStream text = startsWith(plain, 0x1F, 0x8B)
                    ? new BufferedInputStream(new GZIPInputStream(plain, BUFFER_BYTES), BUFFER_BYTES)
                    : plain;
            if (startsWith(text, 0xFF, 0xFE) || startsWith(text, 0xFE, 0xFF)) {
                throw new RefusedFileException(
                        "Expected text in UTF-8 but found UTF-16. In a spreadsheet, save the sheet as \"CSV UTF-8\" and"
                                + " drop it again.");
            }
            return withoutByteOrderMark(text);
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private static InputStream withoutByteOrderMark(InputStream text) throws IOException {
        if (startsWith(text, 0xEF, 0xBB, 0xBF)) {
            text.skipNBytes(3);
        }
        return text;
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
