package org.salesetl.text;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The service reads a dropped file only if it is a plain file: a link may lead to a file that the service should not read, and a
 * pipe never ends.
 */
public final class PlainFile {

    private PlainFile() {}

    /** Whether there is such a file, and it is no folder, link, pipe, socket or device. */
    public static boolean is(Path file) {
        return Files.isRegularFile(file, NOFOLLOW_LINKS);
    }

    /**
     * Makes sure that this is a plain file.
     *
     * @throws DropGoneException if there is no file
     */
    public static void require(Path file) throws IOException {
        if (!Files.exists(file, NOFOLLOW_LINKS)) {
            throw new DropGoneException(file);
        }
        if (!is(file)) {
            throw new FileSystemException(file.toString(), null, "expected a file but found a link or the like");
        }
    }

    /**
     * Opens the file.
     *
     * @throws DropGoneException if there is no file
     */
    public static InputStream open(Path file) throws IOException {
        require(file);
        try {
            return Files.newInputStream(file, NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            throw new DropGoneException(file);
        }
    }
}
