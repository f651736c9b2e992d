package org.salesetl.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a CSV stream into chunks of whole records, so that a file of any size needs only a little memory.
 *
 * <p>A record ends at a line end (LF, CRLF or CR) outside quotes. A quote counts only where a cell starts, as in RFC 4180. A
 * quote that was left open would swallow the rows after it. There are two signs of that: no quote closes it within
 * {@link #MAX_RECORD_BYTES} and before the file's end; or the quote that closes it was meant to open a cell of a later row, so
 * that text follows. Then the first line alone is one malformed record, and reading goes on with the next line. This works on
 * bytes: in UTF-8, delimiters, quotes and line ends never occur inside another character.
 */
public final class RecordChunks implements Records {

    /** Longer than any real row; shorter than what an open quote could swallow unnoticed. */
    static final int MAX_RECORD_BYTES = 1 << 20;

    /**
     * After so many bytes have been read in vain, the limit for a record is halved; otherwise each of many lines could cost a
     * megabyte. Once the limit is as small as real rows are, more bytes are needed to halve it.
     */
    private static final int MAX_WASTED_BYTES = 1 << 25;

    private static final int MAX_WASTED_ON_SMALL_BYTES = 1 << 28;
    private static final int SMALL_RECORD_BYTES = 1 << 14;

    /** The limit for a record never gets smaller than this. */
    private static final int LEAST_LIMIT_BYTES = 1 << 8;

    private static final int MAX_RECORDS = 4_000;
    private static final int MAX_CHUNK_BYTES = 1 << 20;
    private static final int MAX_READ_BYTES = 1 << 18;

    /** Most files are small, and it takes longer to allocate a buffer for a large file than to read a small one. */
    private static final int FIRST_BUFFER_BYTES = 1 << 14;

    /**
     * A place between two records where reading can begin, with all that reading from the start would know there.
     *
     * @param offset how many bytes of the text come before, in UTF-8 and without byte-order marks
     * @param line the line on which the next record starts
     * @param limitBytes the limit for a record
     * @param wastedBytes how many bytes have been read in vain
     */
    public record Position(long offset, int line, int limitBytes, int wastedBytes) implements Serializable {

        private static final long serialVersionUID = 1;
    }

    private final InputStream stream;
    private final byte delimiter;
    private byte[] buffer = new byte[FIRST_BUFFER_BYTES];
    private int filled;
    private boolean streamEnded;
    private long read;
    private int nextLine;
    private int limitBytes;
    private int wastedBytes;

    public RecordChunks(InputStream stream, char delimiter) {
        this(stream, delimiter, new Position(0, 1, MAX_RECORD_BYTES, 0));
    }

    /**
     * Goes on in the middle of a text.
     *
     * @param stream the text from that place on
     * @param from the place
     */
    public RecordChunks(InputStream stream, char delimiter, Position from) {
        this.stream = stream;
        this.delimiter = (byte) delimiter;
        this.read = from.offset();
        this.nextLine = from.line();
        this.limitBytes = from.limitBytes();
        this.wastedBytes = from.wastedBytes();
    }

    /** Where the next chunk starts. */
    public Position position() {
        return new Position(read - filled, nextLine, limitBytes, wastedBytes);
    }

    @Override
    public boolean hasNext() {
        try {
            return filled > 0 || fill();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Chunk next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            return cut(MAX_RECORDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Chunk nextRecord() {
        try {
            return hasNext() ? cut(1) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private Chunk cut(int maxRecords) throws IOException {
        int[] starts = new int[Math.min(maxRecords, 64) + 1];
        int[] lines = new int[starts.length];
        BitSet malformed = new BitSet();
        int count = 0;
        int position = 0;
        while (count < maxRecords && position < MAX_CHUNK_BYTES) {
            if (position == filled && !fill()) {
                break;
            }
            if (count + 1 == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
                lines = Arrays.copyOf(lines, starts.length);
            }
            starts[count] = position;
            lines[count] = nextLine;
            int end = endOfRecord(position);
            if (end < 0) {
                malformed.set(count);
                end = endOfLine(position);
                nextLine++;
            }
            position = end;
            count++;
        }
        starts[count] = position;
        Chunk chunk = new Chunk(
                Arrays.copyOf(buffer, position),
                Arrays.copyOf(starts, count + 1),
                Arrays.copyOf(lines, count),
                malformed,
                "expected every quote to be closed but found one in this line that is not, or a row of over 1 MiB");
        System.arraycopy(buffer, position, buffer, 0, filled - position);
        filled -= position;
        return chunk;
    }

    /** Where the record that starts here ends, after its line end; negative if it is malformed. Counts lines. */
    private int endOfRecord(int start) throws IOException {
        boolean quoted = false;
        boolean tallCellClosed = false;
        int newLines = 0;
        int linesAtQuote = 0;
        int at = start;
        while (true) {
            if (at == filled && !fill()) {
                if (quoted) {
                    return inVain(at - start);
                }
                nextLine += newLines + 1;
                return at;
            }
            if (at - start >= limitBytes) {
                return inVain(at - start);
            }
            int meaning = tallCellClosed ? at : nextMeaning(at, Math.min(filled, start + limitBytes));
            if (meaning > at) {
                at = meaning;
                continue;
            }
            byte b = buffer[at++];
            if (b == '\n' || b == '\r') {
                if (b == '\r' && (at < filled || fill()) && buffer[at] == '\n') {
                    at++;
                }
                newLines++;
                if (!quoted) {
                    nextLine += newLines;
                    return at;
                }
            } else if (quoted) {
                if (b == '"') {
                    if ((at < filled || fill()) && buffer[at] == '"') {
                        at++;
                    } else {
                        quoted = false;
                        tallCellClosed = newLines > linesAtQuote;
                    }
                }
            } else if (b == delimiter) {
                tallCellClosed = false;
            } else if (tallCellClosed && b != ' ' && b != '\t') {
                return inVain(at - start);
            } else if (b == '"' && (at - 1 == start || buffer[at - 2] == delimiter)) {
                quoted = true;
                linesAtQuote = newLines;
            }
        }
    }

    /** Counts the bytes of a malformed record, which have to be read again line by line, and reports the record as malformed. */
    private int inVain(int bytes) {
        wastedBytes += bytes;
        if (wastedBytes > (limitBytes > SMALL_RECORD_BYTES ? MAX_WASTED_BYTES : MAX_WASTED_ON_SMALL_BYTES)) {
            wastedBytes = 0;
            limitBytes = Math.max(LEAST_LIMIT_BYTES, limitBytes / 2);
        }
        return -1;
    }

    /** Where the next quote or line end is, or the limit if it comes first. No other byte can end a record. */
    private int nextMeaning(int from, int limit) {
        int at = from;
        while (at < limit && buffer[at] != '\n' && buffer[at] != '\r' && buffer[at] != '"') {
            at++;
        }
        return at;
    }

    /**
     * Where this line ends, after its line end, whether or not quotes are open. An endless line is cut off at the longest allowed
     * record.
     */
    private int endOfLine(int start) throws IOException {
        int at = start;
        while (at < filled || fill()) {
            if (at - start >= MAX_RECORD_BYTES) {
                return skipToLineEnd(at);
            }
            byte b = buffer[at++];
            if (b == '\n') {
                return at;
            }
            if (b == '\r') {
                return (at < filled || fill()) && buffer[at] == '\n' ? at + 1 : at;
            }
        }
        return at;
    }

    /** Drops the rest of an endless line from memory; the file itself stays complete. */
    private int skipToLineEnd(int from) throws IOException {
        int at = from;
        while (at < filled || fill()) {
            byte b = buffer[at++];
            if (b == '\n') {
                return at;
            }
            if (b == '\r') {
                return (at < filled || fill()) && buffer[at] == '\n' ? at + 1 : at;
            }
            if (at == filled) {
                filled = from;
                at = from;
            }
        }
        return at;
    }

    private boolean fill() throws IOException {
        if (streamEnded) {
            return false;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int more = stream.read(buffer, filled, Math.min(buffer.length - filled, MAX_READ_BYTES));
        if (more < 0) {
            streamEnded = true;
            return false;
        }
        filled += more;
        read += more;
        return more > 0 || fill();
    }
}
