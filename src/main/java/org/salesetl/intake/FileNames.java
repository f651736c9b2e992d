package org.salesetl.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names for files that would otherwise hide or overwrite one another. */
public final class FileNames {

    /** File systems take 255 bytes; what is written beside a file has a longer name. */
    public static final int MOST_BYTES = 200;

    private static final String REJECTS = ".rejects.csv";

    /** Dot-files are no drops whatever they end in. */
    private static final Pattern DROP = Pattern.compile("(?i)[^.].*\\.(csv|tsv|csv\\.gz)", Pattern.DOTALL);

    private static final Pattern CONTAINER = Pattern.compile("(?i)[^.].*\\.(zip|xlsx)", Pattern.DOTALL);

    private FileNames() {}

    /** Whether the file is one to load, by its name. */
    public static boolean isDrop(Path file) {
        return DROP.matcher(file.getFileName().toString()).matches();
    }

    /** Whether the file holds files to load, by its name. */
    static boolean isContainer(Path file) {
        return CONTAINER.matcher(file.getFileName().toString()).matches();
    }

    /** Whether the file is taken out of a folder where it is dropped, by its name. */
    public static boolean isTaken(Path file) {
        return isDrop(file) || isContainer(file);
    }

    /** {@code sales.csv} and 2 give {@code sales-2.csv}, in the same folder; {@code .csv.gz} counts as one ending. */
    public static Path numbered(Path file, int number) {
        String name = file.getFileName().toString();
        String stem = stem(name);
        return file.resolveSibling(stem + "-" + number + name.substring(stem.length()));
    }

    /** Where the rows go that were rejected from this file: {@code sales.rejects.csv} beside {@code sales.csv.gz}. */
    public static Path rejectsBeside(Path file) {
        return file.resolveSibling(stem(file.getFileName().toString()) + REJECTS);
    }

    /** Where it is told what a file would change: {@code sales.csv.report.html} beside {@code sales.csv}. */
    public static Path reportBeside(Path file) {
        return file.resolveSibling(file.getFileName() + ".report.html");
    }

    /** Whether the file has a name as {@link #rejectsBeside} gives it. */
    public static boolean isOfRejects(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(REJECTS);
    }

    /** A name that somebody else has given, without what could lead to another folder or no file system takes. */
    public static String safe(String name) {
        return name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_");
    }

    /** The name if file systems take it with what is written beside a file; else with less of it before the ending. */
    static String shortened(String name) {
        String ending = name.substring(stem(name).length());
        String shorter = name;
        while (shorter.getBytes(UTF_8).length > MOST_BYTES) {
            String stem = stem(shorter);
            shorter = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1)) + ending;
        }
        return shorter;
    }

    /** The name without its ending: {@code sales} of {@code sales.csv} and of {@code sales.csv.gz}. */
    public static String stem(String name) {
        return name.replaceFirst("(?i)\\.(csv\\.gz|[^.]+)$", "");
    }
}
