package org.salesetl.inbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whoever goes on after this may rely on what was written, even if the machine loses its power. */
final class Durable {

    private static final Logger log = LoggerFactory.getLogger(Durable.class);

    private Durable() {}

    /** Makes the content of a file durable. */
    static void file(Path file) throws IOException {
        // Windows syncs only what may be written
        sync(file, StandardOpenOption.WRITE);
    }

    /** Makes the names in a folder durable. Not every file system can do that, and then nothing else helps. */
    static void names(Path folder) {
        try {
            // Linux opens a folder only to be read
            sync(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            log.debug("The names in {} could not be made durable: {}", folder, e.toString());
        }
    }

    private static void sync(Path path, StandardOpenOption access) throws IOException {
        try (FileChannel channel = FileChannel.open(path, access)) {
            channel.force(true);
        }
    }
}
