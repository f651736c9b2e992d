package org.salesetl.intake;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file that has been dropped and claimed: it is ours alone now.
 *
 * @param path where it is
 * @param name its name as it was dropped
 * @param sha256 the hash of its bytes, 64 hexadecimal digits
 * @param size its size in bytes
 * @param modified when it was last written to
 */
public record Drop(Path path, String name, String sha256, long size, Instant modified) {

    /** The name with control characters made visible: a name must not write lines of its own into the log. */
    public String shownName() {
        return Text.visible(name).replace('\n', '␊').replace('\r', '␍').replace('\t', ' ');
    }
}
