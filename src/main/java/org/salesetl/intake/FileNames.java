package org.salesetl.intake;

import java.nio.file.Path;
import java.util.Locale;

/** Names for files that would otherwise hide or overwrite one another. */
public final class FileNames {

    private static final String REJECTS = ".rejects.csv";

    private FileNames() {}

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

    /** The name without its ending: {@code sales} of {@code sales.csv} and of {@code sales.csv.gz}. */
    public static String stem(String name) {
        return name.replaceFirst("(?i)\\.(csv\\.gz|[^.]+)$", "");
    }
}
