package org.salesetl.inbox;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.salesetl.text.RefusedFileException;

/**
 * Names for the parts of a file that holds other files. Each name is given once, since two parts with one name would overwrite
 * each other.
 */
final class PartNames {

    private final Path container;
    private final int most;
    private final Set<String> taken = new HashSet<>();

    /** @param most how many parts there may be */
    PartNames(Path container, int most) {
        this.container = container;
        this.most = most;
    }

    /** {@code shop.sales.csv} for {@code sales.csv} in {@code shop.zip}; a second part with that name gets a number. */
    String next(String inner) {
        requireAtMost(taken.size() + 1);
        String stem = FileNames.stem(container.getFileName().toString());
        Path wanted = Path.of(FileNames.kept(stem + "." + FileNames.safe(inner)));
        Path name = wanted;
        // on some file systems upper and lower case make no difference
        for (int n = 2; !taken.add(name.toString().toLowerCase(Locale.ROOT)); n++) {
            name = FileNames.numbered(wanted, n);
        }
        return name.toString();
    }

    /**
     * Makes sure that there are not more parts than allowed.
     *
     * @throws RefusedFileException if there are more
     */
    void requireAtMost(int parts) {
        if (parts > most) {
            throw new RefusedFileException("Expected at most " + most + " files or sheets in "
                    + container.getFileName() + " but found more. Put them into several files, or set"
                    + " sales-etl.unpack.most-entries, and drop it again.");
        }
    }
}
