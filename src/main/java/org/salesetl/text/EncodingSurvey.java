package org.salesetl.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Finds out the encoding of a file from all of its bytes.
 *
 * <p>A byte-order mark tells the encoding, and so do the zero bytes of UTF-16. Otherwise the file is UTF-8 if all bytes are valid
 * UTF-8, or if fewer characters are damaged than sound: then only the rows with damage are in doubt, not the file. Otherwise its
 * letters tell. If they are those of Western Europe, it is Windows-1252, which leaves five bytes undefined: a file that has one of
 * these, and no byte that only Windows-1252 prints, is in ISO 8859-1.
 */
public final class EncodingSurvey {

    private static final int HEAD = 4_096;

    /** So many bytes from the first one beyond ASCII on tell the language. */
    private static final int SAMPLE = 1 << 16;

    /** The bytes that Windows-1252 leaves undefined. */
    private static final String UNDEFINED = "\u0081\u008D\u008F\u0090\u009D";

    private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
    private long sound;
    private long damaged;
    private long onlyWindows;
    private long undefined;

    /** How many bytes of the current character are still missing; the next one is between {@code least} and {@code most}. */
    private int missing;

    private int least = 0x80;
    private int most = 0xBF;

    private EncodingSurvey() {}

    /** Reads the stream to its end. */
    public static Encoding of(InputStream stream) throws IOException {
        byte[] head = stream.readNBytes(HEAD);
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return Encoding.UTF_8;
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return Encoding.UTF_16LE;
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return Encoding.UTF_16BE;
        }
        // in UTF-16 half of the bytes of ASCII text are zero, and a header is mostly ASCII
        int zerosAtEven = zeros(head, 0);
        int zerosAtOdd = zeros(head, 1);
        if (Math.max(zerosAtEven, zerosAtOdd) > head.length / 4) {
            return zerosAtOdd > zerosAtEven ? Encoding.UTF_16LE : Encoding.UTF_16BE;
        }
        EncodingSurvey survey = new EncodingSurvey();
        survey.look(head, head.length);
        byte[] buffer = new byte[1 << 15];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            survey.look(buffer, read);
        }
        return survey.decide();
    }

    private Encoding decide() {
        damaged += missing > 0 ? 1 : 0;
        if (damaged == 0 || sound > damaged) {
            return Encoding.UTF_8;
        }
        Encoding western = undefined > 0 && onlyWindows == 0 ? Encoding.ISO_8859_1 : Encoding.WINDOWS_1252;
        return Alphabet.likeliest(wholeLines(sample.toByteArray())).orElse(western);
    }

    /** The sample without its last line, which may end within a character. */
    private static byte[] wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n' && bytes[end - 1] != '\r') {
            end--;
        }
        return end == 0 ? bytes : Arrays.copyOf(bytes, end);
    }

    private void look(byte[] bytes, int length) {
        int at = 0;
        int from = -1;
        while (at < length) {
            // a fast path for nearly every byte of nearly every file
            while (missing == 0 && at < length && bytes[at] >= 0) {
                at++;
            }
            if (at < length) {
                from = from < 0 ? at : from;
                look(bytes[at++] & 0xFF);
            }
        }
        keep(bytes, sample.size() > 0 ? 0 : from, length);
    }

    /** Keeps a part of the text for the sample, from the beginning of a line on. */
    private void keep(byte[] bytes, int from, int length) {
        if (from >= 0 && sample.size() < SAMPLE) {
            int start = from;
            while (start > 0 && bytes[start - 1] != '\n' && bytes[start - 1] != '\r') {
                start--;
            }
            sample.write(bytes, start, length - start);
        }
    }

    /** Follows table 3-7 of the Unicode standard, which says which bytes may follow one another in UTF-8. */
    private void look(int b) {
        if (b >= 0x80 && b <= 0x9F) {
            if (UNDEFINED.indexOf(b) >= 0) {
                undefined++;
            } else {
                onlyWindows++;
            }
        }
        if (missing > 0) {
            if (b >= least && b <= most) {
                expect(missing - 1, 0x80, 0xBF);
                sound += missing == 0 ? 1 : 0;
                return;
            }
            damaged++;
            expect(0, 0x80, 0xBF);
        }
        if (b >= 0xC2 && b <= 0xDF) {
            expect(1, 0x80, 0xBF);
        } else if (b >= 0xE0 && b <= 0xEF) {
            expect(2, b == 0xE0 ? 0xA0 : 0x80, b == 0xED ? 0x9F : 0xBF);
        } else if (b >= 0xF0 && b <= 0xF4) {
            expect(3, b == 0xF0 ? 0x90 : 0x80, b == 0xF4 ? 0x8F : 0xBF);
        } else if (b >= 0x80) {
            damaged++;
        }
    }

    private void expect(int bytes, int from, int to) {
        missing = bytes;
        least = from;
        most = to;
    }

    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
