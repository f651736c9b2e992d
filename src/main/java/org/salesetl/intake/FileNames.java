package org.salesetl.intake;

import java.nio.file.Path;

/** Names for files that would otherwise hide or overwrite one another. */
public final class FileNames {

    private FileNames() {}

    /** {@code sales.csv} and 2 give {@code sales-2.csv}, in the same folder; {@code .csv.gz} counts as one ending. */
    public static Path numbered(Path file, int number) {
        String name = file.getFileName().toString();
        String stem = stem(name);
        return file.resolveSibling(stem + "-" + number + name.substring(stem.length()));
    }

    /** The name without its ending: {@code sales} of {@code sales.csv} and of {@code sales.csv.gz}. */
    public static String stem(String name) {
        return name.replaceFirst("(?i)\\.(csv\\.gz|[^.]+)$", "");
    }
}
