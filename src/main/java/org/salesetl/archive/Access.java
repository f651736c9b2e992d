package org.salesetl.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Limits who may read the archive, on file systems that have permissions: the archive holds data about customers. */
final class Access {

    private static final Logger log = LoggerFactory.getLogger(Access.class);
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r-----");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwxr-x---");

    private Access() {}

    /** Makes the folder and its parent folders, if they do not exist. */
    static Path folder(Path folder) throws IOException {
        return Files.createDirectories(
                folder,
                isLimited(folder)
                        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FOLDER)}
                        : new FileAttribute<?>[0]);
    }

    /** Keeps others from reading the file. A file of another user keeps its permissions: only its owner may change them. */
    static Path file(Path file) {
        if (isLimited(file)) {
            try {
                Files.setPosixFilePermissions(file, FILE);
            } catch (IOException e) {
                log.debug("The rights of {} stay as they are: {}", file, e.toString());
            }
        }
        return file;
    }

    private static boolean isLimited(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
