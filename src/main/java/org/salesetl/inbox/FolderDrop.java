package org.salesetl.inbox;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.springframework.util.FileSystemUtils;

/** A folder with the parts of one table that somebody drops. Nobody sees the folder before all parts are there. */
public final class FolderDrop implements Closeable {

    /** The name of the empty file that says that all parts are there. */
    public static final String MARK = "_SUCCESS";

    private final DropFolder inbox;
    private final Path part;
    private int count;

    /** Makes the folder under a name that nobody takes. */
    FolderDrop(DropFolder inbox) throws IOException {
        this.inbox = inbox;
        this.part = Files.createDirectory(inbox.newPart());
    }

    /** Writes the next part. Its name in the folder begins with its number, so that no part takes the place of another. */
    public void write(String name, InputStream content) throws IOException {
        Path file = part.resolve("%05d-%s".formatted(count++, FileNames.kept(FileNames.safe(name))));
        Files.copy(content, file);
        Durable.file(file);
    }

    /**
     * Drops the folder.
     *
     * @param completedAt when the parts were written, which is then the time of the file that they make
     * @return its name, with a number if there was something with that name already
     */
    public String drop(String name, Instant completedAt) throws IOException {
        Path mark = Files.createFile(part.resolve(MARK));
        Files.setLastModifiedTime(mark, FileTime.from(completedAt));
        Durable.file(mark);
        Durable.names(part);
        Path dropped = inbox.give(part, FileNames.safe(name));
        Durable.names(inbox.path());
        return dropped.getFileName().toString();
    }

    /** Deletes what has not been dropped. */
    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(part);
    }
}
