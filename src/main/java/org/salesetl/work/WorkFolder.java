package org.salesetl.work;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code work} in the data folder. A large file leaves data there that would not fit in memory while it loads. Nothing
 * in the folder outlives the process for long: each start clears it.
 */
public final class WorkFolder {

    private static final Logger log = LoggerFactory.getLogger(WorkFolder.class);

    private final Path path;

    private WorkFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /** The work folder at a place. It is made when the first file is written to it. */
    public static WorkFolder at(Path path) {
        return new WorkFolder(path);
    }

    /** The folder; makes it if it does not exist. */
    public Path path() throws IOException {
        return Files.createDirectories(path);
    }

    /** An empty file to write and read, which is deleted when it is closed. On most systems nobody ever sees the file. */
    public FileChannel openFile() throws IOException {
        return FileChannel.open(
                path().resolve(UUID.randomUUID().toString()),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Deletes what an earlier process has left behind. No other process may use the folder. */
    public void clear() throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        try (Stream<Path> leftOver = Files.list(path)) {
            for (Path file : leftOver.toList()) {
                try {
                    PathUtils.delete(file);
                } catch (IOException e) {
                    log.warn("Cannot delete {}, which an earlier start left behind ({})", file, e.toString());
                }
            }
        }
    }
}
