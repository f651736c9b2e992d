package org.salesetl.inbox;

import java.nio.file.Path;
import java.time.Instant;
import org.salesetl.text.Text;

/**
 * A file that somebody has dropped and a run has claimed: from now on only the run uses it.
 *
 * @param path where it is
 * @param name its name when it was dropped
 * @param sha256 the hash of its bytes, 64 hexadecimal digits
 * @param size its size in bytes
 * @param modified when it was last written to
 * @param identity tells the file from another file in its place, even from a copy; empty where the file system gives no such
 *     thing
 */
public record Drop(Path path, String name, String sha256, long size, Instant modified, String identity) {

    private static final String NOT_HASHED = "0".repeat(64);

    /** A file before its first byte is read. */
    public static Drop unread(Path file) {
        return unread(file, file.getFileName().toString());
    }

    /** A file that had another name when it was dropped, before its first byte is read. */
    public static Drop unread(Path file, String name) {
        return new Drop(file, name, NOT_HASHED, 0, Instant.EPOCH, "");
    }

    /** The name with control characters made visible, so that a name cannot write its own lines into the log. */
    public String shownName() {
        return shown(name);
    }

    /** A name that somebody else has given, in one line. */
    public static String shown(String name) {
        return Text.visible(name).replace('\n', '␊').replace('\r', '␍').replace('\t', ' ');
    }
}
