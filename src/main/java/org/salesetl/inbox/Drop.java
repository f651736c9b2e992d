package org.salesetl.inbox;

import java.nio.file.Path;
import java.time.Instant;
import org.salesetl.text.Text;

/**
 * A file that has been dropped and claimed: it is ours alone now.
 *
 * @param path where it is
 * @param name its name as it was dropped
 * @param sha256 the hash of its bytes, 64 hexadecimal digits
 * @param size its size in bytes
 * @param modified when it was last written to
 * @param identity tells it from another file in its place, however much alike; empty where the file system does not know
 */
public record Drop(Path path, String name, String sha256, long size, Instant modified, String identity) {

    private static final String NOT_HASHED = "0".repeat(64);

    /** What is known of a file before its first byte is read. */
    public static Drop unread(Path file) {
        return unread(file, file.getFileName().toString());
    }

    /** What is known of a file, which had another name when it was dropped, before its first byte is read. */
    public static Drop unread(Path file, String name) {
        return new Drop(file, name, NOT_HASHED, 0, Instant.EPOCH, "");
    }

    /** The name with control characters made visible: a name must not write lines of its own into the log. */
    public String shownName() {
        return Text.visible(name).replace('\n', '␊').replace('\r', '␍').replace('\t', ' ');
    }
}
