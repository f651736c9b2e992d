package org.salesetl.inbox;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.springframework.util.FileSystemUtils;

/** A folder with the parts of one table that somebody drops. Nobody sees the folder before all parts are there. */
public final class FolderDrop implements Closeable {

    private final Path inbox;
    private final Path part;

    /** @param part the folder under a name that nobody takes */
    FolderDrop(Path inbox, Path part) throws IOException {
        this.inbox = inbox;
        this.part = Files.createDirectory(part);
    }

    /** Writes a part. */
    public void write(String name, InputStream content) throws IOException {
        Path file = part.resolve(FileNames.safe(name));
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
        Path mark = Files.createFile(part.resolve(PartFolder.COMPLETE));
        Durable.file(mark);
        Files.setLastModifiedTime(mark, FileTime.from(completedAt));
        Path wanted = inbox.resolve(FileNames.safe(name));
        Path target = wanted;
        for (int n = 2; ; n++) {
            try {
                Files.createDirectory(target);
                break;
            } catch (FileAlreadyExistsException e) {
                target = FileNames.numbered(wanted, n);
            }
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        Durable.names(inbox);
        return target.getFileName().toString();
    }

    /** Deletes what has not been dropped. */
    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(part);
    }
}
