package org.salesetl.workbook;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.salesetl.text.RefusedFileException;

/**
 * Refuses a text with a piece that is longer than any in a workbook: a parser holds each piece in memory until it is complete. The
 * user of the parser says where pieces begin.
 */
final class ShortPieces extends FilterReader {

    private final int most;
    private int since;

    /** @param most how many characters a piece may have */
    ShortPieces(Reader text, int most) {
        super(text);
        this.most = most;
    }

    /** Says that the parser has come to the end of a piece. */
    void begin() {
        since = 0;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        since += Math.max(read, 0);
        if (since > most) {
            throw new RefusedFileException("Expected a workbook as programs write it but found a piece of more than "
                    + (most >> 10) + " KiB in one. Save its sheets as CSV and drop those.");
        }
        return read;
    }
}
