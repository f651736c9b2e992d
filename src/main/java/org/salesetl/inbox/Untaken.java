package org.salesetl.inbox;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salesetl.text.PlainFile;
import org.salesetl.text.Text;

/**
 * A file in the inbox that is not taken.
 *
 * @param name its name
 * @param reason why it is not taken, and what to do
 */
public record Untaken(String name, String reason) {

    /** Why this file is not taken; empty if it is taken, or if it is still being written. */
    static Optional<Untaken> of(Path file) {
        return FileNames.isUnfinished(file)
                ? Optional.empty()
                : reason(file).map(reason -> new Untaken(name(file), reason));
    }

    /** The files that are not taken, by name. */
    static List<Untaken> among(Stream<Path> paths) {
        return paths.map(Untaken::of)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Untaken::name))
                .toList();
    }

    private static Optional<String> reason(Path file) {
        if (Files.isSymbolicLink(file)) {
            return Optional.of("This is a link, and links are not followed: copy the file itself here.");
        }
        if (Files.isDirectory(file, NOFOLLOW_LINKS)) {
            return Optional.of("This is a folder: move the files in it right into the inbox. A folder"
                    + " with the parts of one table is taken if it has a file named _SUCCESS.");
        }
        if (!PlainFile.is(file)) {
            return Files.exists(file, NOFOLLOW_LINKS)
                    ? Optional.of("This is a pipe, a socket or a device and no file: remove it.")
                    : Optional.empty();
        }
        return Files.isReadable(file)
                ? Optional.empty()
                : Optional.of("The service may not read this file. Give the service the right to read it.");
    }

    private static String name(Path file) {
        return Text.visible(file.getFileName().toString());
    }

    /** The name and the reason in one sentence. */
    public String words() {
        return name + " is not taken. " + reason;
    }
}
