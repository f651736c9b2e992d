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
import org.salesetl.text.PlainFile;

/** Names for files that would otherwise hide or overwrite one another. */
public final class FileNames {

    /** File systems take 255 bytes; what is written beside a file has a longer name. */
    public static final int MOST_BYTES = 200;

    private static final String REJECTS = ".rejects.csv";
    private static final List<String> REPORTS = List.of(".report.html", ".report.json");
    private static final String GZIPPED = ".csv.gz";

    /** What Java shows of bytes that are no text in the encoding of names. */
    private static final char UNREADABLE = '\uFFFD';

    private static final List<String> DROPS = List.of(".csv", ".tsv", ".csv.gz");
    private static final List<String> CONTAINERS = List.of(".zip", ".xlsx");
    private static final List<String> UNFINISHED = List.of(".part", ".tmp", ".crdownload", "~");

    /** What names on this machine are written in: ASCII alone, if it was told nothing better than {@code LANG=C}. */
    private static final Charset ENCODING = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));

    private FileNames() {}

    /** Whether the file is one to load, by its name. */
    public static boolean isDrop(Path file) {
        return isDrop(file.getFileName().toString());
    }

    static boolean isDrop(String name) {
        return endsWithAny(name, DROPS);
    }

    /** Whether the file holds files to load, by its name. */
    static boolean isContainer(Path file) {
        return endsWithAny(file.getFileName().toString(), CONTAINERS);
    }

    /** Dot-files are no drops whatever they end in. */
    private static boolean endsWithAny(String name, List<String> endings) {
        return !name.startsWith(".")
                && endings.stream()
                        .anyMatch(ending -> name.length() > ending.length()
                                && name.regionMatches(
                                        true, name.length() - ending.length(), ending, 0, ending.length()));
    }

    /** Whether the file is still being written, by its name, or hidden: it is none of ours. */
    static boolean isUnfinished(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") || endsWithAny(name, UNFINISHED);
    }

    /** Whether the file is taken out of a folder where it is dropped, by its name. */
    public static boolean isTaken(Path file) {
        return isDrop(file) || isContainer(file);
    }

    /**
     * {@code sales.csv} and 2 give {@code sales-2.csv}, in the same folder; {@code .csv.gz} counts as one ending. A long name is
     * {@link #kept} shorter.
     */
    public static Path numbered(Path file, int number) {
        String name = kept(file.getFileName().toString());
        String stem = stem(name);
        return file.resolveSibling(stem + "-" + number + name.substring(stem.length()));
    }

    /** Where the rows go that were rejected from this file: {@code sales.rejects.csv} beside {@code sales.csv.gz}. */
    public static Path rejectsBeside(Path file) {
        return file.resolveSibling(stem(file.getFileName().toString()) + REJECTS);
    }

    /** Where it is told what a file would change: {@code sales.csv.report.html} beside {@code sales.csv}. */
    public static Path reportBeside(Path file) {
        return beside(file, REPORTS.get(0));
    }

    /** Where the same is told to programs. */
    public static Path jsonReportBeside(Path file) {
        return beside(file, REPORTS.get(1));
    }

    static boolean isReport(Path file) {
        return PlainFile.is(file) && endsWithAny(file.getFileName().toString(), REPORTS);
    }

    /** What is written beside a file: its name with another ending, or the beginning of a long name with what tells it from others. */
    private static Path beside(Path file, String ending) {
        String name = file.getFileName().toString();
        boolean fits = name.getBytes(UTF_8).length <= MOST_BYTES;
        return file.resolveSibling(
                legible(fits ? name : limited(name, MOST_BYTES) + "~" + Integer.toHexString(name.hashCode())) + ending);
    }

    /** Whether the file has a name as {@link #rejectsBeside} gives it. */
    public static boolean isOfRejects(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(REJECTS);
    }

    /** Whether the name holds bytes that are no text in the encoding of names here: nobody finds the file again by it. */
    static boolean isUnreadable(Path file) {
        return file.getFileName().toString().indexOf(UNREADABLE) >= 0;
    }

    /** A name that somebody else has given, without what could lead to another folder or no file system takes. */
    public static String safe(String name) {
        return replaced(name, c -> Character.isISOControl(c) || "/\\:*?\"<>|".indexOf(c) >= 0);
    }

    /** The name, with another character for each that names here cannot have. */
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

    /** The name under which a file is kept that has this one: no longer than file systems take with what is beside it. */
    public static String kept(String name) {
        return shortened(legible(name));
    }

    /** The name if file systems take it with what is written beside a file; else with less of it before the ending. */
    static String shortened(String name) {
        if (name.getBytes(UTF_8).length <= MOST_BYTES) {
            return name;
        }
        String stem = stem(name);
        String ending = limited(name.substring(stem.length()), MOST_BYTES / 2);
        return limited(stem, MOST_BYTES - ending.getBytes(UTF_8).length) + ending;
    }

    /** As much of the text as takes so many bytes. */
    private static String limited(String text, int bytes) {
        CharBuffer rest = CharBuffer.wrap(text);
        UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE).encode(rest, ByteBuffer.allocate(bytes), true);
        return text.substring(0, rest.position());
    }

    /** The name without its ending: {@code sales} of {@code sales.csv} and of {@code sales.csv.gz}. */
    public static String stem(String name) {
        int length = name.length();
        int dot = name.regionMatches(true, length - GZIPPED.length(), GZIPPED, 0, GZIPPED.length())
                ? length - GZIPPED.length()
                : name.lastIndexOf('.');
        return dot < 0 || dot == length - 1 ? name : name.substring(0, dot);
    }
}
