package org.salesetl.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A few thousand whole records of a file, still as bytes.
 *
 * @see RecordChunks
 */
public final class Chunk {

    /** The character that a decoder writes for bytes that are not text. It may also be in the file itself. */
    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] bytes;
    private final int[] starts;
    private final int[] lines;
    private final BitSet malformed;
    private final String malformedWords;
    private final BitSet undecodable = new BitSet();
    private final Map<Integer, String> said = new HashMap<>();
    private @Nullable String text;

    /**
     * @param bytes the records, each with its line end
     * @param starts where each record starts in {@code bytes}; one more entry marks the end of the last record
     * @param lines the line on which each record starts
     * @param malformed the records that must not be parsed: a quote in them never closes, or they are longer than a record may be
     * @param malformedWords what was expected of these, and what was found
     */
    Chunk(byte[] bytes, int[] starts, int[] lines, BitSet malformed, String malformedWords) {
        this.malformedWords = malformedWords;
        this.bytes = bytes;
        this.starts = starts;
        this.lines = lines;
        this.malformed = malformed;
    }

    /** How many records the chunk holds. */
    public int size() {
        return lines.length;
    }

    /** The records, each with its line end. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where a record starts in the bytes. The start of the record after the last is the end of the bytes. */
    public int start(int record) {
        return starts[record];
    }

    /** The line on which a record starts. */
    public int line(int record) {
        return lines[record];
    }

    /** How many bytes of the file the chunk holds. */
    public int length() {
        return bytes.length;
    }

    /** Whether a quote in the record never closes, or the record is longer than a record may be. */
    public boolean isMalformed(int record) {
        return malformed.get(record);
    }

    /** What was expected of a malformed record, and what was found. */
    public String malformedWords() {
        return malformedWords;
    }

    /** Whether the record's bytes are not text; false until {@link #text()} has been called. */
    public boolean isUndecodable(int record) {
        return undecodable.get(record);
    }

    /** Sets the text of a record that is not to be kept as it is in the file. */
    public void says(int record, String text) {
        said.put(record, text);
    }

    /** The record as it is in the file, or as it is to be kept, without its line end; bytes that are not text become U+FFFD. */
    public String raw(int record) {
        String other = said.get(record);
        if (other != null) {
            return other;
        }
        int end = starts[record + 1];
        while (end > starts[record] && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        return new String(bytes, starts[record], end - starts[record], StandardCharsets.UTF_8);
    }

    /** The record that starts on this line, as {@link #raw(int)} returns it. */
    public String rawAtLine(int line) {
        return raw(Arrays.binarySearch(lines, line));
    }

    /**
     * The records as text for a CSV parser, which parses one record for each of these. A malformed record is replaced by an empty
     * cell, since its open quote would swallow the records after it.
     */
    public String text() {
        if (text == null) {
            text = decode();
        }
        return text;
    }

    private String decode() {
        if (malformed.isEmpty()) {
            String whole = strictly(0, bytes.length);
            if (whole != null) {
                return whole;
            }
        }
        StringBuilder parts = new StringBuilder(bytes.length);
        for (int record = 0; record < lines.length; record++) {
            if (malformed.get(record)) {
                // in quotes, since a bare LF would join a CR before it
                parts.append("\"\"\n");
                continue;
            }
            int start = starts[record];
            int length = starts[record + 1] - start;
            String part = strictly(start, length);
            if (part == null) {
                undecodable.set(record);
                part = new String(bytes, start, length, StandardCharsets.UTF_8);
            }
            parts.append(part);
        }
        return parts.toString();
    }

    /**
     * The bytes as text; null if they are not text. The strict decoder is slow, so it works only where the fast decoder met
     * trouble.
     */
    private @Nullable String strictly(int start, int length) {
        String decoded = new String(bytes, start, length, StandardCharsets.UTF_8);
        return decoded.indexOf(REPLACEMENT) < 0 || isText(start, length) ? decoded : null;
    }

    private boolean isText(int start, int length) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, start, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
