package org.salesetl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * This instance of the service, among others that may share its database. Each instance has its own id, which the data folder
 * keeps across starts. Only one process may use a data folder: it locks a file there, and the lock ends with the process, however
 * that ends.
 */
@Component
public class Instance implements DisposableBean {

    private static final String FILE = "instance";

    private final FileChannel channel;
    private final String id;

    Instance(SalesEtlProperties properties) {
        Path folder = properties.data().toAbsolutePath().normalize();
        try {
            this.channel = FileChannel.open(
                    Files.createDirectories(folder).resolve(FILE),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw inUse(folder);
            }
            this.id = readOrMake(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the data folder " + folder, e);
        }
    }

    /** Refuses the start of a second instance on the same data folder. */
    public static RefusedStartException inUse(Path data) {
        return new RefusedStartException(
                "Another instance of this service is running on the data in " + data + ".",
                "Stop that one first, or give this one a folder of its own with sales-etl.data.");
    }

    /**
     * Whether a process uses this data folder. Only for other processes: the system takes the lock for given back when the process that
     * has it closes the file anywhere.
     */
    public static boolean isRunning(Path data) throws IOException {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return lock(channel) == null;
        }
    }

    /** The id of this instance: a UUID, 36 characters. */
    public String id() {
        return id;
    }

    @Override
    public void destroy() throws IOException {
        channel.close();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String readOrMake(FileChannel channel) throws IOException {
        ByteBuffer kept = ByteBuffer.allocate(36);
        channel.read(kept, 0);
        if (!kept.hasRemaining()) {
            return new String(kept.array(), StandardCharsets.US_ASCII);
        }
        String made = UUID.randomUUID().toString();
        channel.write(ByteBuffer.wrap(made.getBytes(StandardCharsets.US_ASCII)), 0);
        return made;
    }
}
