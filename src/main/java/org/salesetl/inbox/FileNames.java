package org.salesetl.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Names for files, chosen so that no file hides or overwrites another. */
public final class FileNames {

    /** File systems take 255 bytes; the files written beside a file have longer names than the file itself. */
    public static final int MOST_BYTES = 200;

    private static final String REJECTS = ".rejects.csv";
    private static final List<String> REPORTS = List.of(".report.html", ".report.json");
    private static final String GZIPPED = ".gz";

    /** The character that Java shows for bytes that are not text in the encoding of file names. */
    private static final char UNREADABLE = '\uFFFD';

    private static final List<String> TABLES = List.of(".csv", ".tsv", ".csv.gz");
    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".crdownload", "~");

    /** The encoding of file names on this machine: only ASCII if it was started with {@code LANG=C}. */
    private static final Charset ENCODING = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private FileNames() {}

    /** Whether somebody calls an entry of a ZIP file a table. */
    static boolean isOfTable(String name) {
        return endsWithAny(name, TABLES);
    }

    /** Dot-files never count, whatever their ending. */
    private static boolean endsWithAny(String name, List<String> endings) {
        return !name.startsWith(".")
                && endings.stream()
                        .anyMatch(ending -> name.length() > ending.length()
                                && name.regionMatches(
                                        true, name.length() - ending.length(), ending, 0, ending.length()));
    }

    /** Whether the name says that the file is still being written, or is hidden: the service leaves such files alone. */
    static boolean isUnfinished(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") || endsWithAny(name, UNFINISHED);
    }

    /** Whether the service takes a file with this name out of the folder where it was dropped: any name of a file that is complete. */
    public static boolean isTaken(Path file) {
        return !isUnfinished(file) && !FilesInHand.isNote(file);
    }

    /**
     * Adds a number to the name: {@code sales.csv} and 2 give {@code sales-2.csv}, in the same folder; {@code .csv.gz} counts as
     * one ending. A long name is {@link #kept} shorter.
     */
    public static Path numbered(Path file, int number) {
        String name = kept(file.getFileName().toString());
        String stem = stem(name);
        return file.resolveSibling(stem + "-" + number + name.substring(stem.length()));
    }

    /** The file for the rejected rows of this file: {@code sales.rejects.csv} beside {@code sales.csv.gz}. */
    public static Path rejectsBeside(Path file) {
        return file.resolveSibling(stem(file.getFileName().toString()) + REJECTS);
    }

    /** The report about what a file would change: {@code sales.csv.report.html} beside {@code sales.csv}. */
    public static Path reportBeside(Path file) {
        return beside(file, REPORTS.get(0));
    }

    /** The same report for programs. */
    public static Path jsonReportBeside(Path file) {
        return beside(file, REPORTS.get(1));
    }

    /** Whether the name is that of a report. */
    public static boolean isOfReport(Path file) {
        return endsWithAny(file.getFileName().toString(), REPORTS);
    }

    /**
     * A file beside this file: the same name with another ending. Of a long name, the beginning and a hash that tells it from
     * others.
     */
    private static Path beside(Path file, String ending) {
        String name = file.getFileName().toString();
        boolean fits = name.getBytes(UTF_8).length <= MOST_BYTES;
        return file.resolveSibling(
                legible(fits ? name : limited(name, MOST_BYTES) + "~" + Integer.toHexString(name.hashCode())) + ending);
    }

    /** Whether the name ends as {@link #rejectsBeside} makes it. */
    public static boolean isOfRejects(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(REJECTS);
    }

    /**
     * Whether the name holds bytes that are not text in the encoding of file names here: nobody can find such a file by its name.
     */
    static boolean isUnreadable(Path file) {
        return file.getFileName().toString().indexOf(UNREADABLE) >= 0;
    }

    /**
     * A name that somebody else has given, with other characters in place of those that could lead to another folder or that some
     * file system refuses.
     */
    public static String safe(String name) {
        return replaced(name, c -> Character.isISOControl(c) || "/\\:*?\"<>|".indexOf(c) >= 0);
    }

    /** The name with a replacement for each character that file names here cannot have. */
    static String legible(String name) {
        return replaced(name, c -> false);
    }

    private static String replaced(String name, IntPredicate unfit) {
        CharsetEncoder encoder = ENCODING.newEncoder();
        StringBuilder safe = new StringBuilder(name.length());
        name.codePoints().forEach(c -> {
            boolean replace = unfit.test(c) || c == UNREADABLE || !encoder.canEncode(Character.toString(c));
            safe.appendCodePoint(replace ? '_' : c);
        });
        return safe.toString();
    }

    /** The name under which the archive keeps a file with this name: short enough for the names of the files beside it. */
    public static String kept(String name) {
        return shortened(legible(name));
    }

    /** The name, if it leaves room for the names of the files beside it; else a name with fewer characters before the ending. */
    static String shortened(String name) {
        if (name.getBytes(UTF_8).length <= MOST_BYTES) {
            return name;
        }
        String stem = stem(name);
        String ending = limited(name.substring(stem.length()), MOST_BYTES / 2);
        return limited(stem, MOST_BYTES - ending.getBytes(UTF_8).length) + ending;
    }

    /** The beginning of the text that fits into so many bytes. */
    private static String limited(String text, int bytes) {
        CharBuffer rest = CharBuffer.wrap(text);
        UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE).encode(rest, ByteBuffer.allocate(bytes), true);
        return text.substring(0, rest.position());
    }

    /** The name without its ending: {@code sales} of {@code sales.csv} and of {@code sales.csv.gz}. */
    public static String stem(String name) {
        String stem = withoutEnding(name);
        return stem.length() < name.length() && name.substring(stem.length()).equalsIgnoreCase(GZIPPED)
                ? withoutEnding(stem)
                : stem;
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || dot == name.length() - 1 ? name : name.substring(0, dot);
    }
}
